-- result: a year of a programme whose figures the lead has signed; a new version leaves the earlier ones as they were
create table frozen_year (
    id uuid primary key,
    programme text not null,
    year smallint not null,
    version smallint not null,
    signed_at timestamptz not null,
    signed_by text not null,                  -- user id
    reason text,                              -- why it was signed anew
    document bytea not null,                  -- the annual report as PDF, exact: for the lead
    unique (programme, year, version)
);

-- result: what a figure was called and how it was counted when the year was signed
create table frozen_text (
    frozen uuid not null references frozen_year on delete cascade,
    figure text not null,
    place smallint not null,                  -- in the order in which figures are shown
    label text not null,
    definition text not null,
    sources text not null,
    note text,
    primary key (frozen, figure)
);

-- result: a count as it was when the year was signed: of all or of one sex, whole or of those with one code of a dimension
create table frozen_figure (
    frozen uuid not null references frozen_year on delete cascade,
    n integer not null,                       -- in the order in which they are shown
    sex text,                                 -- only of those; null: of all
    dimension text,                           -- null: not broken down
    code text,                                -- of the dimension
    figure text not null,
    kind text not null check (kind in ('whole', 'part', 'reason', 'target')),
    part text,                                -- code of the part or the reason; of a target its first and last day
    label text,                               -- what the code, the part or the reason was called
    count integer not null,
    of_all integer,
    percent smallint,                         -- of a target: the target
    missing integer,
    unaccounted integer,
    primary key (frozen, n)
);

-- closing: a year of a programme that is or will be signed
create table closing (
    id uuid primary key,
    programme text not null,
    year smallint not null,
    version smallint not null,
    reason text,                              -- why it is signed anew; null for the first version
    unique (programme, year, version)
);

-- steering: a quarter of a programme of which the steering group has or will have a report
create table steering_report (
    id uuid primary key,
    programme text not null,
    quarter date not null,                    -- its first day
    sent_on date,
    document bytea,                           -- as it was sent: published tables alone
    unique (programme, quarter)
);
