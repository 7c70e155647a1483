-- One row where anything was passed over. Grain: one row at most. Order: none needed.
select 1 as any where exists (select 1 from passed_over) order by 1;
