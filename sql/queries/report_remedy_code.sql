-- A remedy as commands and as code. Grain: one row per method and part. Order: AWS CLI, then Terraform.
select r.text as remedy_text, coalesce(m.text, r.method) as method_label,
  'listing ' || r.method as method_class
from remedy r
left join message m on m.lang = :lang and m.key = 'method.' || r.method
where r.control_id = :remedy_control and r.variant = :variant and r.method <> 'console'
  and r.lang = :lang
order by r.method, r.position;
