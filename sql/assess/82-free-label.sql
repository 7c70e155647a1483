-- The label of a withdrawn assessment is free for another; its withdrawal has it.
update assessment set label = null where id = :assessment;
