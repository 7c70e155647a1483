-- Waivers: what each one names and covers, in which state it is, and what is wrong with it. All of it as of the
-- newest assessment, in UTC.

-- Every waiver's number in reading order, for the ids of a page; those that a later file of waivers took the
-- place of stand last. `superseded` is 1 for them. One row per waiver.
create view v_waiver_number as
select waiver_row, superseded, number
from waiver_fact;

-- Waivers as of the newest assessment; its states are explained in sql/assess/71-waiver-facts.sql. `live` is 1 where it
-- is in force: approved at or before the moment judged, expiring at or after it, and not superseded. `covered` counts
-- the results it made WAIVED; `matching` the failures that its pattern names, waived or not; `named` those that
-- count although its pattern names them, because it is not in force. Where the user chose other controls than its own,
-- nothing says that it is unused: its state is not_judged. One row per waiver.
create view v_waiver_state as
select w.*, f.number, f.superseded, a.assessment_id, a.as_of, f.expired, f.not_yet, f.known, f.finds_resource,
  f.covered, f.matching, f.failing, not f.superseded and not f.expired and not f.not_yet as live,
  iif(f.state = 'unused' and not exists (select 1 from assessment_control k
        where k.assessment_id = a.assessment_id and k.control_id = w.control_id), 'not_judged', f.state) as state,
  iif(f.superseded or f.expired or f.not_yet, f.failing, 0) as named
from waiver_fact f
join waiver w on w.id = f.waiver_row
join v_assessment a;

-- How much an issue of a waiver weighs. A failure: the waiver does not do what its file says (JUnit: failure). An
-- error: it never can (JUnit: error). A warning: it does nothing here (JUnit: skipped). A note: worth knowing.
-- One row per code.
create view v_waiver_issue_code as
select column1 as code, column2 as level, column3 as code_position,
  case column2 when 'failure' then 1 when 'error' then 2 when 'warning' then 3 else 4 end as level_position
from (values ('malformed', 'failure', 1), ('same_person', 'failure', 2), ('expired', 'failure', 3),
  ('unknown_control', 'error', 4), ('never_matches', 'error', 5), ('no_resource', 'warning', 6),
  ('not_yet', 'warning', 7), ('unused', 'warning', 8), ('not_judged', 'warning', 9),
  ('overlapping', 'warning', 10), ('ends_soon', 'note', 11), ('too_wide', 'note', 12), ('superseded', 'note', 13),
  ('withdrawn', 'note', 14));

-- What is wrong with the waivers handed over, and what to know about them. A row that could not be used is
-- `malformed` or `same_person`, with its `rejection_id`; it has no waiver. `text_key` is the message (a code may have
-- several sentences). `others` names the waivers that cover the same, `detail` says what is wrong with a row. One row per
-- waiver × issue, and one per row that could not be used.
create view v_waiver_issue as
select c.code, c.level, c.code_position, c.level_position, 'waiver_issue.' || c.code || i.variant as text_key,
  i.waiver_row, i.rejection_id, w.number, w.waiver_id, w.control_id, w.resource, w.account_id, w.approved_at,
  w.expires_at, coalesce(w.named, 0) as named, i.others,
  iif(i.code = 'malformed', j.reason || ': ' || j.detail, j.detail) as detail,
  s.id as source_id, coalesce(f.path, s.path) as path, coalesce(r.pointer, j.pointer) as pointer,
  coalesce(r.byte_offset, j.byte_offset) as byte_offset, coalesce(w.line, j.line) as line
from waiver_issue i
left join v_waiver_state w on w.id = i.waiver_row
join v_waiver_issue_code c on c.code = iif(i.code = 'unused' and w.state = 'not_judged', 'not_judged', i.code)
left join record r on r.id = w.record_id
left join rejection j on j.id = i.rejection_id
join source s on s.id = coalesce(r.source_id, j.source_id)
left join source_fact f on f.source_id = s.id;

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
