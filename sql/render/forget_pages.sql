-- Before pages are planned, or planned anew.
delete from temp.report_page;
