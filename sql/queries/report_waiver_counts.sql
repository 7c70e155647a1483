-- How many waivers there are and what they cover; no row where no waiver file was handed over. Grain: one row. Order:
-- none is needed for one row.
select (select count(*) from v_result e where e.assessment_id = :assessment_id and e.status = 'WAIVED') as covered,
  (select count(*) from v_waiver_state where live) as live,
  (select count(*) from v_waiver_state where not live) as idle,
  (select count(*) from v_waiver_issue where rejection_id is not null) as rejected
where exists (select 1 from source where kind = 'waivers')
order by covered;
