-- What else there is to know of the newest assessment, and what to do next, for the screen: a word and what it says;
-- `alarm` is 1 where something is to be mended. :db is the database as a word of a shell command. Grain: one row per line.
-- Order: as they are read.
with word (key, text) as (
  select key, text from message where lang = :lang
), gaps as (
  select count(*) as gaps, count(distinct kind) as kinds
  from gap
  where assessment_id = (select assessment_id from v_assessment_id)
), waivers as (
  select (select count(*) from v_waiver_state where live) as live,
    (select coalesce(sum(covered), 0) from v_waiver_state) as covered,
    (select count(*) from v_waiver_issue where level_position < 3) as mend,
    (select count(*) from v_waiver_issue where level_position >= 3) as notes,
    exists (select 1 from source where kind = 'waivers') as handed
), failures as (
  select coalesce(sum(failed), 0) as failed from v_control_counts
)
select w.text as word, iif(g.gaps = 0, (select text from word where key = 'screen.status.gaps_none'),
    replace(replace(t.text, '{gaps}', g.gaps), '{kinds}', g.kinds)) as text, 0 as alarm, 1 as position, 0 as place
from gaps g
join word w on w.key = 'screen.status.gaps'
join word t on t.key = 'screen.status.gaps_text'
union all
select iif(v.place = 1, w.text, null), iif(v.place <= :most, v.told, replace(t.text, '{count}', v.places - :most)), 1, 2, v.place
from (select v.told, row_number() over (order by v.is_kind, v.account_id, v.region, v.gap_id) as place, count(*) over () as places
      from v_unseen v
      where v.lang = :lang and v.assessment_id = (select assessment_id from v_assessment_id)) v
join word w on w.key = 'screen.status.unseen'
join word t on t.key = 'screen.status.unseen_more'
where v.place <= :most + 1
union all
select w.text, replace(replace(replace(replace(t.text, '{live}', v.live), '{covered}', v.covered), '{mend}', v.mend),
  '{notes}', v.notes), v.mend > 0, 3, 0
from waivers v
join word w on w.key = 'screen.status.waivers'
join word t on t.key = 'screen.status.waivers_text'
where v.handed
union all
select w.text, replace(t.text, '{db}', :db), 0, 4, 0
from word w
join word t on t.key = 'screen.status.next_render'
where w.key = 'screen.status.next'
union all
select null, replace(t.text, '{db}', :db), 0, 5, 0
from failures f
join word t on t.key = 'screen.status.next_explain'
where f.failed > 0
union all
select null, replace(t.text, '{db}', :db), 0, 6, 0
from waivers v
join word t on t.key = 'screen.status.next_waivers'
where v.mend > 0 or v.notes > 0
order by position, place;
