-- A file stays also because it cannot be told whether an archive is to have it.
alter table retention_hold drop constraint retention_hold_reason_check;
alter table retention_hold add constraint retention_hold_reason_check
    check (reason in ('requested', 'dispute', 'participant', 'birth-unknown', 'other'));
