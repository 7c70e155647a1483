-- One row where anything was passed over that may hide evidence. Grain: one row at most. Order: none needed.
select 1 as any where exists (select 1 from passed_over where reason <> 'not_an_export') order by 1;
