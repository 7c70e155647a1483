-- Whether texts stand in it as fargauge writes them, in UTF-8: 1 or 0. One row.
select encoding = 'UTF-8' from pragma_encoding;
