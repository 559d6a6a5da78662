-- Sittings of the conference and what is on their agendas.

create table sitting (
    id uuid primary key,
    programme text not null,
    day date not null,
    starts_at time not null,
    place text not null,
    opened boolean not null default false,    -- a meeting process looks after it
    documented_on date,
    unique (programme, day)
);

-- A case waits on at most one agenda; where it was before stays.
create table agenda (
    sitting uuid not null references sitting,
    case_number text not null references case_file,
    moved smallint not null default 0,        -- how often it had been moved when it came here
    assessed_on date,
    moved_on date,
    primary key (sitting, case_number)
);
create unique index one_agenda_at_a_time on agenda (case_number) where assessed_on is null and moved_on is null;
