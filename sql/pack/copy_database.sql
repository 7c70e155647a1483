-- A copy of the audit as it is now, in a new file: the same rows give the same bytes, whatever was deleted before.
vacuum into :path;
