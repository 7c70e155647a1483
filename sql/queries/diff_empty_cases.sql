-- The one test case of a suite without any. Grain: one row where :empty, else none. Order: none is needed for one row.
select :control_id as control_id where :empty order by 1;
