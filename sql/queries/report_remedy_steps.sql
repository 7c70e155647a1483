-- A remedy by the console. Grain: one row per step. Order: position.
select text as remedy_text
from remedy
where control_id = :remedy_control and variant = :variant and method = 'console' and lang = :lang
order by position;
