-- Process instances that ran when a release brought a newer version of their model: whether they follow it now.
create table migration (
    instance uuid not null,                   -- of the process
    to_version integer not null,
    process text not null,                    -- its key
    from_version integer not null,
    case_number text references case_file on delete cascade,
    subject text,                             -- what it goes by where it is about no single case
    tenant text,
    state text not null check (state in ('waiting', 'moved', 'kept')),
    reason text,                              -- why it was kept: a constant of migration/Reason
    detail text,                              -- in the engine's words: ids of elements
    at timestamptz not null,
    primary key (instance, to_version),
    check ((state = 'kept') = (reason is not null))
);
create index migration_case on migration (case_number);
create index migration_waiting on migration (instance) where state = 'waiting';
create index migration_kept on migration (tenant) where state = 'kept';

-- What a release gives every case that was open before it: each addition once, from the start that first knows it.
create table addition (
    kind text primary key,
    at timestamptz not null
);

create table case_addition (
    kind text not null references addition,
    case_number text not null references case_file on delete cascade,
    state text not null check (state in ('waiting', 'added', 'failed')),
    at timestamptz not null,
    primary key (kind, case_number)
);
create index case_addition_case on case_addition (case_number);
create index case_addition_waiting on case_addition (kind, case_number) where state = 'waiting';
