-- What the trend's chart shows, for its legend. Grain: one row per status. Order: as everywhere.
select t.status_label, 'pattern-' || t.status_class as pattern_class
from v_status_text t
where t.lang = :lang and t.status in ('FAILED', 'INSUFFICIENT_DATA', 'WAIVED')
order by t.status_position;
