-- What another party has promised a participant: asked about until it is there, refused or no longer needed.
create table measure (
    id uuid primary key,
    case_number text not null references case_file,
    kind text not null,                       -- psychologist, cbt, pain-clinic, sfi, debt-advice; other also where nobody said
    promised text not null,
    promised_by text not null,                -- af, fk, soc, region, other
    unit text,
    promised_for date not null,               -- as promised last
    opened_on date not null,
    opened_from text not null,                -- staff, plan, group, assessment
    source uuid references fact,              -- the fact that told of it; null where staff opened it
    source_step smallint,                     -- which of the fact's promises
    times_overdue smallint not null default 0,
    raised_for date,                          -- the promised day about which the lead was told last
    ended_on date,
    outcome text,                             -- done, refused, not-needed, case-closed
    unique (source, source_step),
    check ((source is null) = (opened_from = 'staff')),
    check ((source is null) = (source_step is null)),
    check ((ended_on is null) = (outcome is null))
);
create index measure_of_case on measure (case_number, opened_on);
