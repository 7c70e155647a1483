-- What assessments there are, for those who named another: the oldest one's moment, and the newest :most labels. Grain: one row.
-- Order: none is needed for one row.
select (select replace(min(as_of), '.000Z', 'Z') from v_standing_assessment) as oldest,
  (select group_concat(label, ', ')
   from (select label from v_standing_assessment where label is not null group by label order by max(as_of) desc, max(id) desc limit :most)) as labels
order by 1;
