-- What is wrong with the waivers handed over, and what to know about them; of those that a later file took the place of
-- only that. Rows of the newest files that could not be used are `malformed` or `same_person`. One row per waiver ×
-- issue, and one per row that could not be used.
insert into waiver_issue (code, variant, waiver_row, rejection_id, others)
with state as materialized (
  select w.*, v.source_id, v.source as path, v.record as pointer, v.byte_offset,
    -- the pattern up to what stands for more than one text
    substr(w.resource, 1, length(w.resource) - length(ltrim(w.resource,
      replace(replace(replace(w.resource, '*', ''), '?', ''), '[', '')))) as begins
  from v_waiver_state w
  join v_record v on v.record_id = w.record_id
), held as materialized (
  select m.waiver_row, m.result_id
  from state w
  join waiver_match m on m.waiver_row = w.id
  where w.live
), pair as materialized (
  select distinct h.waiver_row, o.waiver_row as other_row
  from held h
  join held o on o.result_id = h.result_id and o.waiver_row <> h.waiver_row
), other as (
  select w.id as waiver_row,
    (select group_concat(name, ', ')
     from (select x.waiver_id || iif((select count(*) from state y where y.waiver_id = x.waiver_id) > 1,
             ' (' || x.path || ifnull(':' || x.line, '') || ')', '') as name
           from pair p
           join state x on x.id = p.other_row
           where p.waiver_row = w.id
           order by x.number)) as others
  from state w
  where w.id in (select waiver_row from pair)
), found (waiver_row, code, variant) as (
  select id, 'expired', iif(named > 0, '.failing', '') from state where not superseded and expired
  union all
  select id, 'unknown_control', iif(exists (select 1 from control c where c.id = control_id), '.not_computed', '')
  from state where not superseded and not known
  union all
  select id, 'never_matches', '' from state w where not superseded and known and not expired
    and not finds_resource
    and ((instr(resource, '[') > 0 and instr(substr(resource, instr(resource, '[') + 2), ']') = 0)
      or not exists (select 1
                     from (values ('arn:aws:ecs:'), ('arn:aws-cn:ecs:'), ('arn:aws-us-gov:ecs:')) a
                     where substr(a.column1, 1, length(w.begins)) = substr(w.begins, 1, length(a.column1))))
  union all
  select id, 'no_resource', '' from state where not superseded and known and not expired and not finds_resource
  union all
  select id, 'not_yet', iif(named > 0, '.failing', '') from state where not superseded and not_yet
  union all
  select id, 'unused', '' from state where live and known and finds_resource and matching = 0
  union all
  select waiver_row, 'overlapping', '' from other
  union all
  select id, 'ends_soon', '' from state
  where live and known and expires_at <= strftime('%Y-%m-%dT%H:%M:%fZ', as_of, '+30 days')
  union all
  -- nothing in it names one account, or it names whatever an account holds
  select id, 'too_wide', iif(everything and account_id is not null, '.account', '')
  from (select s.*, 'arn:aws:ecs:~:' || coalesce(s.account_id, '~') || ':~' glob s.resource as everything from state s)
  where not superseded and known and not expired
    and (everything or (account_id is null
      and not resource glob '*:[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]:*'))
  union all
  select w.id, iif(exists (select 1 from state x where not x.superseded and x.waiver_id = w.waiver_id
                             and x.control_id = w.control_id), 'superseded', 'withdrawn'), ''
  from state w where w.superseded
)
select f.code, f.variant, f.waiver_row, null, o.others
from found f
left join other o on o.waiver_row = f.waiver_row and f.code = 'overlapping'
-- a pattern that matches nothing anywhere says all there is to say of it
where f.code not in ('no_resource', 'too_wide')
  or not exists (select 1 from found n where n.waiver_row = f.waiver_row and n.code = 'never_matches')
union all
select iif(j.reason = 'same_person', 'same_person', 'malformed'), '', null, j.id, null
from rejection j
join source s on s.id = j.source_id
where s.kind = 'waivers' and s.run = (select max(run) from source where kind = 'waivers');
