-- Every table that holds evidence, results or working rows, for a comparison of whole rows. Order: name.
select name
from main.sqlite_master
where type = 'table' and name not like 'sqlite\_%' escape '\'
order by name;
