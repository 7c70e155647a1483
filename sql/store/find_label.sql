-- The moment that the assessment of this label judges, to the second. No row where none has it.
select substr(as_of, 1, 19) || 'Z' from assessment where label = :label;
