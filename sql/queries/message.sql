-- One fixed text of the reports.
select text from message where lang = :lang and key = :key;
