-- What a token stands for. No row: it is new.
select original, kind from temp.redacted where token = :token;
