insert into finding_parameter (finding_id, name, position, value) values (:finding, :name, :position, :value);
