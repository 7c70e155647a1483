-- A record that knows a resource's cluster completes those that did not.
update resource set cluster = :cluster where id = :id;
