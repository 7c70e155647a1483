-- The audit that a dry run is about, beside its own database.
attach database :path as audit;
