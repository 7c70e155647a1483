-- Which catalogue, views and controls the file has now. The one row of catalog.
update catalog set digest = :digest;
