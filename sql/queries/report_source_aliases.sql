-- Other names under which the same bytes were handed over. Grain: one row per name. Order: path.
select path as alias
from source_alias
where source_id = :source_id
order by path;
