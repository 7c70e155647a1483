-- The assessment that counts now, and the catalogue as of its time.

-- The assessments that count: all that were not withdrawn. One row per assessment.
create view v_standing_assessment as
select a.* from assessment a where a.id not in (select assessment_id from withdrawal);

-- One row: the newest assessment's number. That is the one that was made last, whatever moment it judges. Where it was
-- withdrawn it is the one whose working rows were made anew then; null where there is none.
create view v_assessment_id as
select iif(n.id in (select assessment_id from withdrawal), (select shown_id from withdrawal order by number desc limit 1), n.id)
    as assessment_id
from (select max(id) as id from assessment) n;

-- One row: the newest assessment, with ECS.10's parameters as columns.
create view v_assessment as
select a.id as assessment_id, a.label, a.as_of, substr(a.as_of, 1, 10) as as_of_date, a.as_of_from,
  a.generated_at, a.tool_version, a.catalog_version, a.catalog_digest,
  (select value from assessment_parameter p where p.assessment_id = a.id
     and p.control_id = 'ECS.10' and p.name = 'latestLinuxVersion') as latest_linux,
  (select value from assessment_parameter p where p.assessment_id = a.id
     and p.control_id = 'ECS.10' and p.name = 'latestWindowsVersion') as latest_windows,
  (select value from assessment_parameter p where p.assessment_id = a.id
     and p.control_id = 'FG.3' and p.name = 'retirementWarningDays') as retirement_warning_days
from assessment a
where a.id = (select assessment_id from v_assessment_id);

-- One row per family: what LATEST means at the assessment's time, and the highest version that the
-- catalogue knows to be released by then (or that the user named as the latest).
create view v_latest as
select f.family, f.latest, n.major, n.minor, n.patch, k.version as highest,
  k.major as highest_major, k.minor as highest_minor, k.patch as highest_patch
from (select 'linux' as family, latest_linux as latest, as_of_date from v_assessment
      union all
      select 'windows', latest_windows, as_of_date from v_assessment) f
join version_number n on n.text = f.latest
join (select c.family, v.text as version, v.major, v.minor, v.patch,
        row_number() over (partition by c.family order by v.major desc, v.minor desc, v.patch desc) as rank
      from (select p.family, p.version from platform_version p, v_assessment a
              where p.released_on <= a.as_of_date
            union select 'linux', latest_linux from v_assessment
            union select 'windows', latest_windows from v_assessment) c
      join version_number v on v.text = c.version) k
  on k.family = f.family and k.rank = 1;

-- One row per control that the newest assessment judged: those with a view, unless the user chose others.
create view v_judged_control as
select c.*
from v_assessment_id a
join assessment_control k on k.assessment_id = a.assessment_id
join control c on c.id = k.control_id and c.view is not null;

-- The words that choose controls: --control, --framework and --severity. One row per kind × word.
create view v_choice as
select 'control' as kind, id as value from control
union all
select 'framework', id from framework
union all
select 'severity', column1 from (values ('LOW'), ('MEDIUM'), ('HIGH'), ('CRITICAL'));

-- The controls that meet the choice of an assessment, computed or not: any of several controls or frameworks, a
-- severity and the graver ones, and every kind of choice that was made. One row per assessment × control.
create view v_chosen_control as
with rank (severity, rank) as (
  values ('LOW', 1), ('MEDIUM', 2), ('HIGH', 3), ('CRITICAL', 4)
)
select a.id as assessment_id, c.id as control_id
from assessment a
join control c
join rank r on r.severity = c.severity
where (not exists (select 1 from assessment_selection s where s.assessment_id = a.id and s.kind = 'control')
    or exists (select 1 from assessment_selection s
               where s.assessment_id = a.id and s.kind = 'control' and s.value = c.id))
  and (not exists (select 1 from assessment_selection s where s.assessment_id = a.id and s.kind = 'framework')
    or exists (select 1 from assessment_selection s
               join control_requirement q on q.framework_id = s.value and q.control_id = c.id
               where s.assessment_id = a.id and s.kind = 'framework'))
  and (not exists (select 1 from assessment_selection s where s.assessment_id = a.id and s.kind = 'severity')
    or exists (select 1 from assessment_selection s
               join rank few on few.severity = s.value and few.rank <= r.rank
               where s.assessment_id = a.id and s.kind = 'severity'));

-- The parameters that the newest assessment's controls ran with: those of what was judged, and whatever the user set.
-- ECS.10's say what LATEST means to the FG controls too. One row per control × parameter.
create view v_parameter as
select p.control_id, p.name, p.value, p.origin
from v_assessment_id a
join assessment_parameter p on p.assessment_id = a.assessment_id
where p.origin = 'option' or p.control_id in (select id from v_judged_control)
  or (p.control_id = 'ECS.10' and exists (select 1 from v_judged_control where issuer = 'fargauge'));

-- The tag keys that ECS.13, ECS.14 and ECS.15 ask for, from their parameter requiredTagKeys: at most six, separated
-- by commas. One row per control × key; none where any tag will do.
create view v_required_tag as
with recursive cut (control_id, position, key, rest) as (
  select p.control_id, 0, null, p.value || ','
  from assessment_parameter p
  join v_assessment_id a on a.assessment_id = p.assessment_id
  where p.name = 'requiredTagKeys'
  union all
  select control_id, position + 1, trim(substr(rest, 1, instr(rest, ',') - 1)), substr(rest, instr(rest, ',') + 1)
  from cut
  where rest <> ''
)
select control_id, position, key from cut where key <> '';
