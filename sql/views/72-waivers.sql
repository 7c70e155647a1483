-- Waivers: what each one names and covers, in which state it is, and what is wrong with it. All of it as of the
-- newest assessment, in UTC.

-- Every waiver's number in reading order, for the ids of a page; those that a later file of waivers took the
-- place of stand last. `superseded` is 1 for them. One row per waiver.
create view v_waiver_number as
select w.id as waiver_row, s.run < m.run as superseded,
  row_number() over (order by s.run < m.run, w.waiver_id, w.control_id, w.resource, s.path, s.sha256,
    r.byte_offset, w.id) as number
from waiver w
join record r on r.id = w.record_id
join source s on s.id = r.source_id
join (select max(run) as run from source where kind = 'waivers') m;

-- The failures that a waiver names by its control, pattern and account, whether or not it is in force.
-- `covered` is 1 where the result is WAIVED by it. One row per waiver × result that fails or would without a waiver.
create view v_waiver_match as
select w.id as waiver_row, e.id as result_id, e.status, e.waiver_id is w.id as covered
from waiver w
join v_assessment a
cross join result e on e.assessment_id = a.assessment_id and e.control_id = w.control_id
join resource r on r.id = e.resource_id
where e.original_status = 'FAILED' and r.arn glob w.resource
  and (w.account_id is null or w.account_id = r.account_id);

-- Waivers as of the newest assessment. `state`: superseded (a later import run brought other waivers, so it
-- is withdrawn), unknown_control (it names a control that nothing is computed for), expired, in_use,
-- no_resource (its pattern and account name no resource of its control's type), not_yet (approved later),
-- overlapped (it holds, and other waivers cover all that it names), unused (it holds, and nothing that fails
-- needs it). `live` is 1 where it is in force: approved at or before the moment judged, and expiring at or after
-- it. `covered` counts the results it made WAIVED; `matching` the failures that its pattern names, waived or
-- not; `named` those that count although its pattern names them, because it is not in force. One row per waiver.
create view v_waiver_state as
with named as materialized (
  select waiver_row, count(*) as matching, sum(covered) as covered, sum(status = 'FAILED') as failing
  from v_waiver_match
  group by waiver_row
), counted as (
  select w.*, n.number, n.superseded, a.assessment_id, a.as_of,
    w.expires_at < a.as_of as expired, w.approved_at > a.as_of as not_yet,
    exists (select 1 from control c where c.id = w.control_id and c.view is not null) as known,
    exists (select 1 from control c cross join resource r on r.type = c.resource_type
            where c.id = w.control_id and r.arn glob w.resource
              and (w.account_id is null or w.account_id = r.account_id)) as finds_resource,
    coalesce(k.covered, 0) as covered, coalesce(k.matching, 0) as matching, coalesce(k.failing, 0) as failing
  from waiver w
  join v_waiver_number n on n.waiver_row = w.id
  join v_assessment a
  left join named k on k.waiver_row = w.id
)
select w.*, not w.superseded and not w.expired and not w.not_yet as live,
  case when w.superseded then 'superseded'
       when not w.known then 'unknown_control'
       when w.expired then 'expired'
       when w.covered > 0 then 'in_use'
       when not w.finds_resource then 'no_resource'
       when w.not_yet then 'not_yet'
       when w.matching > 0 and w.failing = 0 then 'overlapped'
       else 'unused' end as state,
  iif(w.superseded or w.expired or w.not_yet, w.failing, 0) as named
from counted w;

-- Waivers that are in force and cover the same results: the later-ending one counts, the other would if that
-- were not there. One row per waiver × other waiver.
create view v_waiver_overlap as
with held as materialized (
  select w.id as waiver_row, w.waiver_id, m.result_id
  from v_waiver_state w
  join v_waiver_match m on m.waiver_row = w.id
  where w.live
)
select h.waiver_row, o.waiver_row as other_row, count(*) as results
from held h
join held o on o.result_id = h.result_id and o.waiver_row <> h.waiver_row
group by h.waiver_row, o.waiver_row;

-- How much an issue of a waiver weighs. A failure: the waiver does not do what its file says (JUnit: failure). An
-- error: it never can (JUnit: error). A warning: it does nothing here (JUnit: skipped). A note: worth knowing.
-- One row per code.
create view v_waiver_issue_code as
select column1 as code, column2 as level, column3 as code_position,
  case column2 when 'failure' then 1 when 'error' then 2 when 'warning' then 3 else 4 end as level_position
from (values ('malformed', 'failure', 1), ('same_person', 'failure', 2), ('expired', 'failure', 3),
  ('unknown_control', 'error', 4), ('never_matches', 'error', 5), ('no_resource', 'warning', 6),
  ('not_yet', 'warning', 7), ('unused', 'warning', 8), ('overlapping', 'warning', 9),
  ('ends_soon', 'note', 10), ('too_wide', 'note', 11), ('superseded', 'note', 12), ('withdrawn', 'note', 13));

-- What is wrong with the waivers handed over, and what to know about them; of those that a later file took the
-- place of only that. A row that could not be used is `malformed` or `same_person`, with its `rejection_id`; it
-- has no waiver. `text_key` is the message (a code may have several sentences). `others` names the waivers that cover the same,
-- `detail` says what is wrong with a row. One row per waiver × issue, and one per row that could not be used.
create view v_waiver_issue as
with state as materialized (
  select w.*, v.source_id, v.source as path, v.record as pointer, v.byte_offset,
    -- the pattern up to what stands for more than one text
    substr(w.resource, 1, length(w.resource) - length(ltrim(w.resource,
      replace(replace(replace(w.resource, '*', ''), '?', ''), '[', '')))) as begins
  from v_waiver_state w
  join v_record v on v.record_id = w.record_id
), pair as materialized (
  select waiver_row, other_row from v_waiver_overlap
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
select c.code, c.level, c.code_position, c.level_position, 'waiver_issue.' || c.code || f.variant as text_key,
  w.id as waiver_row, null as rejection_id, w.number, w.waiver_id, w.control_id, w.resource, w.account_id,
  w.approved_at, w.expires_at, w.as_of, w.named, o.others, null as detail,
  w.source_id, w.path, w.pointer, w.byte_offset, w.line
from found f
join v_waiver_issue_code c on c.code = f.code
join state w on w.id = f.waiver_row
left join other o on o.waiver_row = w.id and f.code = 'overlapping'
-- a pattern that matches nothing anywhere says all there is to say of it
where f.code not in ('no_resource', 'too_wide')
  or not exists (select 1 from found n where n.waiver_row = f.waiver_row and n.code = 'never_matches')
union all
select c.code, c.level, c.code_position, c.level_position, 'waiver_issue.' || c.code,
  null, j.id, null, null, null, null, null, null, null, null, 0, null,
  iif(c.code = 'same_person', j.detail, j.reason || ': ' || j.detail),
  s.id, coalesce(f.path, s.path), j.pointer, j.byte_offset, j.line
from rejection j
join source s on s.id = j.source_id and s.kind = 'waivers'
  and s.run = (select max(run) from source where kind = 'waivers')
left join source_fact f on f.source_id = s.id
join v_waiver_issue_code c on c.code = iif(j.reason = 'same_person', 'same_person', 'malformed');

-- An issue in words. A brace inside a value is put aside as a character that no text holds (U+FDD0) while the
-- names in braces are filled in. One row per row of v_waiver_issue × language.
create view v_waiver_issue_text as
select i.*, m.lang,
  replace(replace(replace(replace(replace(replace(replace(replace(replace(m.text,
    '{resource}', replace(coalesce(i.resource, ''), '{', char(64976))),
    '{account_id}', replace(coalesce(i.account_id, ''), '{', char(64976))),
    '{control_id}', replace(coalesce(i.control_id, ''), '{', char(64976))),
    '{others}', replace(coalesce(i.others, ''), '{', char(64976))),
    '{detail}', replace(coalesce(i.detail, ''), '{', char(64976))),
    '{named}', i.named),
    '{approved_at}', coalesce(replace(substr(i.approved_at, 1, 19), 'T', ' ') || ' UTC', '')),
    '{expires_at}', coalesce(replace(substr(i.expires_at, 1, 19), 'T', ' ') || ' UTC', '')),
    char(64976), '{') as sentence
from v_waiver_issue i
join message m on m.key = i.text_key;

-- JUnit's shape of the waivers in force and of the rows that could not be used: a test case each, as its heaviest
-- issue has it. `name` is unique in its class. One row per waiver of the newest import run that held any, and per
-- row that could not be used.
create view v_waiver_case as
with worst as (
  select waiver_row, rejection_id, min(level_position) as level_position, min(code_position) as code_position
  from v_waiver_issue
  group by waiver_row, rejection_id
), listed as (
  select w.number as place, w.id as waiver_row, null as rejection_id,
    'waivers.' || coalesce(w.account_id, '-') || '.-.' || replace(w.control_id, '.', '_') as classname, w.waiver_id as name
  from v_waiver_state w
  where not w.superseded
  union all
  select row_number() over (order by i.path, i.byte_offset, i.source_id), null, i.rejection_id, 'waivers.rejected',
    i.path || ifnull(':' || i.line, i.pointer)
  from v_waiver_issue i
  where i.rejection_id is not null
)
select l.waiver_row, l.rejection_id, l.waiver_row is null as case_position, l.place, l.classname,
  l.name || iif(l.classname glob '*[^A-Za-z0-9_.-]*' or l.name glob '*[^A-Za-z0-9_.:/-]*'
      or count(*) over (partition by l.classname, l.name) > 1, ' (' || l.place || ')', '') as name,
  coalesce(w.level_position = 1, 0) as failed, coalesce(w.level_position = 2, 0) as errored,
  coalesce(w.level_position = 3, 0) as skipped, c.code
from listed l
left join worst w on w.waiver_row is l.waiver_row and w.rejection_id is l.rejection_id
left join v_waiver_issue_code c on c.code_position = w.code_position;
