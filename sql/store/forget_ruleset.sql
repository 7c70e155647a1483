-- The ruleset's views are gone: whatever its digest says, it is loaded anew.
delete from catalog;
