-- What is damaged in the attached database; 'ok' where nothing is. One row.
select integrity_check from pragma_integrity_check(1, 'other');
