-- The attached database's own rules, for one that has none.
insert into main.own_rule (path, text)
select path, text from other.own_rule order by path;
