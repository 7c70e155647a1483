-- Which token stands for what, for the holder of the data. Order: kind, token.
select token, kind, original from temp.redacted order by kind, token;
