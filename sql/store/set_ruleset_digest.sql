update catalog set digest = :digest;
