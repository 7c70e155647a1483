-- One control's results by status, in words. Grain: one row per status. Order: that of lists and charts.
select s.results, case when s.results > 0 then t.status_class end as number_class,
  t.chip_class, t.status_icon, t.status_label, t.status_code
from v_control_status s
join v_status_text t on t.status = s.status and t.lang = :lang
where s.control_id = :control_id
order by t.status_position;
