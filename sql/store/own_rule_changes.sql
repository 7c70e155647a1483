-- Tables of the catalogue in which rules of the user's own changed what is the program's (insert or replace does), or added
-- to a control of the program's: what that one says, and how it judges, is not theirs. One row per table and fault. Order: table.
select what, fault
from (
  select 'control' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_control except select * from main.control)
  union all
  select 'control_parameter' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_control_parameter except select * from main.control_parameter)
  union all
  select 'control_point' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_control_point except select * from main.control_point)
  union all
  select 'control_requirement' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_control_requirement except select * from main.control_requirement)
  union all
  select 'control_successor' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_control_successor except select * from main.control_successor)
  union all
  select 'control_text' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_control_text except select * from main.control_text)
  union all
  select 'framework' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_framework except select * from main.framework)
  union all
  select 'message' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_message except select * from main.message)
  union all
  select 'reason' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_reason except select * from main.reason)
  union all
  select 'reason_text' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_reason_text except select * from main.reason_text)
  union all
  select 'remedy' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_remedy except select * from main.remedy)
  union all
  select 'requirement' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_requirement except select * from main.requirement)
  union all
  select 'requirement_text' as what, 'a row of the program''s was replaced; rules may only add' as fault
  where exists (select * from temp.program_requirement_text except select * from main.requirement_text)
  union all
  select 'control_parameter', 'a row was added to a control of the program''s; rules may only add controls of their own'
  where exists (select * from main.control_parameter where control_id in (select id from temp.program_control)
    except select * from temp.program_control_parameter)
  union all
  select 'control_point', 'a row was added to a control of the program''s; rules may only add controls of their own'
  where exists (select * from main.control_point where control_id in (select id from temp.program_control)
    except select * from temp.program_control_point)
  union all
  select 'control_requirement', 'a row was added to a control of the program''s; rules may only add controls of their own'
  where exists (select * from main.control_requirement where control_id in (select id from temp.program_control)
    except select * from temp.program_control_requirement)
  union all
  select 'control_successor', 'a row was added to a control of the program''s; rules may only add controls of their own'
  where exists (select * from main.control_successor where control_id in (select id from temp.program_control)
    except select * from temp.program_control_successor)
  union all
  select 'control_text', 'a row was added to a control of the program''s; rules may only add controls of their own'
  where exists (select * from main.control_text where control_id in (select id from temp.program_control)
    except select * from temp.program_control_text)
  union all
  select 'reason', 'a row was added to a control of the program''s; rules may only add controls of their own'
  where exists (select * from main.reason where control_id in (select id from temp.program_control)
    except select * from temp.program_reason)
  union all
  select 'reason_text', 'a row was added to a control of the program''s; rules may only add controls of their own'
  where exists (select * from main.reason_text where control_id in (select id from temp.program_control)
    except select * from temp.program_reason_text)
  union all
  select 'remedy', 'a row was added to a control of the program''s; rules may only add controls of their own'
  where exists (select * from main.remedy where control_id in (select id from temp.program_control)
    except select * from temp.program_remedy)
)
order by what, fault;
