-- No row: no ruleset is loaded yet.
select digest from catalog;
