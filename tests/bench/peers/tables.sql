-- What every tool loads: one row per Fargate service, or per finding of ECS.10.
create table service (arn text, cluster text, launch_type text, platform_version text, providers text,
  status text);
create table finding (id text, resource text, compliance text, workflow text, updated_at text);
