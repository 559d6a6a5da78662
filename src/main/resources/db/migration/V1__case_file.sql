-- Who is who, one person's way through a programme, and what happened on it.

create table person (
    id uuid primary key,
    identity_number char(12) unique,          -- YYYYMMDDNNNN, normalised
    no_number_reason text,
    birth_date date,
    first_name text not null,
    last_name text not null,
    sex text not null,
    municipality text not null,
    district text,
    language text,
    interpreter boolean not null default false,
    contact text,
    protected_identity boolean not null default false,
    check (identity_number is not null or no_number_reason is not null)
);

create table case_file (
    case_number text primary key,             -- SB-2026-0042
    programme text not null,
    person uuid not null references person,
    caseworker text not null,                 -- user id of who referred
    authority text not null,                  -- af, fk, soc, region
    earlier_case text references case_file,
    coach text,
    deputy text,
    complexity smallint not null default 1 check (complexity between 1 and 3),
    opened_on date not null,
    enrolled_on date,
    closed_on date
);
create unique index one_open_case on case_file (programme, person) where closed_on is null;
create index case_by_coach on case_file (coach) where closed_on is null;
create index case_by_caseworker on case_file (caseworker);
create index case_by_person on case_file (person);

create table case_counter (
    programme text not null,
    year smallint not null,
    last integer not null,
    primary key (programme, year)
);

-- What a completed form said. Never edited: a correction is a new fact that refers to the old.
create table fact (
    id uuid primary key,
    case_number text references case_file,
    subject text,                             -- a group, sitting or other thing that is no case
    kind text not null,                       -- the form's id
    form_version text not null,
    recorded_by text not null,
    role text not null,
    recorded_at timestamptz not null,
    corrects uuid references fact,
    content jsonb not null
);
create index fact_of_case on fact (case_number, kind, recorded_at);
create index fact_of_subject on fact (subject, kind) where subject is not null;

create table consent (
    id uuid primary key,
    case_number text not null references case_file,
    authority text not null,
    information text not null,
    given_on date not null,
    valid_until date not null,
    manner text not null,                     -- written, oral
    withdrawn_on date
);
create index consent_of_case on consent (case_number);

-- A member of staff's post: where from and how much of a full time.
create table staff (
    user_id text primary key,
    authority text,
    post_percent smallint not null default 100 check (post_percent between 0 and 100),
    languages text not null default ''
);

create table document (
    id uuid primary key,
    case_number text not null references case_file,
    kind text not null,
    drawn_up_at timestamptz not null,
    content bytea not null
);
create index document_of_case on document (case_number);
