-- A database that is merged, beside the one into which it is: `uri` says that it is only read.
attach database :uri as other;
