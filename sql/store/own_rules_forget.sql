-- The former rules of the user's own.
delete from own_rule;
