-- One value of a parameter; a name that stands twice goes on counting.
insert into finding_parameter (finding_id, name, position, value)
select :finding, :name, count(*), :value from finding_parameter where finding_id = :finding and name = :name;
