-- A token that is new.
insert into temp.redacted (token, kind, original) values (:token, :kind, :original);
