-- Which two assessments are set beside each other.
insert into temp.difference_pair (from_id, to_id, only_new) values (:from_id, :to_id, :only_new);
