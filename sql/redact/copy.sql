-- The redacted audit in a new file, in which nothing is left of what stood there before.
vacuum main into :path;
