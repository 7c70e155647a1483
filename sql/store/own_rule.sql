-- One file of the user's own rules.
insert into own_rule (path, text) values (:path, :text);
