-- What an earlier period's evidence held and the newest assessment's does not. Grain: one row per place or kind of export there.
-- Order: places first, account, Region, kind.
select v.told
from v_unseen v
where v.assessment_id = :assessment_id and v.lang = :lang
order by v.is_kind, v.account_id, v.region, v.gap_id;
