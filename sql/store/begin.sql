-- Take the write lock at once: two writers queue up instead of failing half-way.
begin immediate;
