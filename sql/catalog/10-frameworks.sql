-- The frameworks whose requirements the controls answer.
-- Grain: one row per framework and version. Order: as reports list them.

insert into framework (id, name, version) values
  ('nist-800-53-r5', 'NIST SP 800-53', 'Revision 5'),
  ('pci-dss-4.0.1', 'PCI DSS', 'v4.0.1'),
  ('aws-fsbp', 'AWS Foundational Security Best Practices', 'v1.0.0');
