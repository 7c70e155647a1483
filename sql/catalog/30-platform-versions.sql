-- The Fargate platform versions and the dates AWS gives for them.
-- Grain: one row per operating-system family and version. Order: by family, then from the oldest version.
-- Numbers of the two families are unrelated: 1.0.0 is current on Windows and long gone on Linux.
--
-- released_on  the developer guide's document history. It names 1.3.0 and 1.4.0; 1.0.0 is the launch of Fargate,
--              and 1.1.0 (task metadata, health checks, service discovery) and 1.2.0 (private registries) are told
--              by what they brought.
-- retired_on   the guide's page on deprecation: 1.0.0 to 1.2.0 on 2020-12-14, after a forced update of services
--              on LATEST on 2020-10-26. For 1.3.0 it first gave 2026-03-16 and later moved it to 2026-06-15.
-- ended_on     given for 1.3.0 only (2026-06-30). Tasks left on 1.0.0 to 1.2.0 might run until they stopped.

insert into platform_version (family, version, released_on, retired_on, ended_on, source) values
  ('linux', '1.0.0', '2017-11-29', '2020-12-14', null,
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html'),
  ('linux', '1.1.0', '2018-03-26', '2020-12-14', null,
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html'),
  ('linux', '1.2.0', '2018-09-10', '2020-12-14', null,
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html'),
  ('linux', '1.3.0', '2018-12-17', '2026-06-15', '2026-06-30',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html'),
  ('linux', '1.4.0', '2020-04-08', null, null,
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/document_history.html'),
  ('windows', '1.0.0', '2021-10-28', null, null,
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/document_history.html');
