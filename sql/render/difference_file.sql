-- Which file holds these test cases.
update temp.difference_case set file = :file where place between :from_place and :to_place;
