-- The user's own rules that a database ({view}: main, or one that is attached) has, catalogue rows before views, and whether each
-- is one: where it is damaged or forged a text may be missing, or a path lead elsewhere. One row per file. Order: path.
select path, text,
  typeof(path) = 'text' and typeof(text) = 'text' and path glob 'sql/own/?*'
    and instr(cast(path as blob), x'00') = 0
    and path || '/' not glob '*//*' and path || '/' not glob '*/./*' and path || '/' not glob '*/../*' as is_sound
from {view}.own_rule
order by path;
