-- Which member of staff gave what to whom: a row for each case, and for each group that was led.
create table handover (
    id uuid primary key,
    occasion uuid not null,                   -- what was given on at the same time
    case_number text references case_file,
    group_number text references programme_group,
    role text not null check (role in ('coach', 'caseworker', 'leader')),
    from_user text not null,
    to_user text not null,
    on_day date not null,
    reason text not null check (reason in ('quits', 'long-absence', 'participants-wish', 'other')),
    check ((case_number is null) <> (group_number is null)),
    check (from_user <> to_user)
);
create index handover_of_case on handover (case_number) where case_number is not null;
create index handover_by_occasion on handover (occasion);
