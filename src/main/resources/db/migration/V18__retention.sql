-- What belongs to a case goes with it: whoever adds a table says the same, or erasing a case fails.
do $$
declare
    foreign_key record;
begin
    for foreign_key in
        select conname, conrelid::regclass as refers, pg_get_constraintdef(oid) as definition from pg_constraint
        where contype = 'f' and confrelid in ('case_file'::regclass, 'sip'::regclass, 'letter'::regclass)
          and conrelid <> confrelid
    loop
        execute format('alter table %s drop constraint %I', foreign_key.refers, foreign_key.conname);
        execute format('alter table %s add constraint %I %s on delete cascade',
                       foreign_key.refers, foreign_key.conname, foreign_key.definition);
    end loop;
end $$;

create table retention (
    id uuid primary key,
    programme text not null,
    year smallint not null,                   -- the calendar year that is over when somebody looks
    erased_on date,
    files smallint,                           -- how many were erased, and what was in them; nothing says whose
    cases smallint,
    facts integer,
    documents integer,
    letters integer,
    archived smallint,                        -- of the files: those that an archive has now
    held smallint,                            -- files that were due and stayed
    unique (programme, year)
);

create table retention_file (                 -- what the lead was shown and may be erased; a file by its first case
    retention uuid not null references retention,
    case_number text not null references case_file on delete cascade,
    primary key (retention, case_number)
);

create table retention_hold (                 -- a file that stays for a reason, by its first case
    case_number text primary key references case_file on delete cascade,
    reason text not null check (reason in ('requested', 'dispute', 'participant', 'other')),
    held_by text not null,                    -- user id
    since date not null
);
