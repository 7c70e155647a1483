-- The packed audit's own rules, so that the database that is made again judges by them too.
insert into main.own_rule (path, text)
select path, text from audit.own_rule order by path;
