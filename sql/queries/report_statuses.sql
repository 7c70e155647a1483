-- The statuses in words, for legends. Grain: one row per status. Order: that of lists and charts.
select status, chip_class, status_icon, status_label, status_code, status_position, status_class,
  'pattern-' || status_class as pattern_class,
  coalesce((select text from message where lang = :lang and key = 'status_meaning.' || status), '')
    as meaning
from v_status_text
where lang = :lang
order by status_position;
