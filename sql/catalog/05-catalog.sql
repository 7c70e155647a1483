-- One row: the day to which the catalogue's facts were checked. The program adds the digest.
insert into catalog (version, digest) values ('2026-11-23', '');
