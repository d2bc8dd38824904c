-- Codes were kept under a bare hash, which somebody with a copy of the table can try out. They are kept as passwords are
-- now; those that were open are void, and are made anew.
update recovery_code set used_at = now() where used_at is null;
