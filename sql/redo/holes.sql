-- Numbers between assessments of the packed audit that none has: one was taken out. One row each. Order: number.
with recursive number (id) as (
  select 1
  union all
  select id + 1 from number where id < (select min(max(id), 100000) from audit.assessment)
)
select id from number
where exists (select 1 from audit.assessment) and id not in (select id from audit.assessment)
order by id;
