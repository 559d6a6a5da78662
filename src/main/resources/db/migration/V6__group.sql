-- Groups from planning to evaluation: who waits, who has a place, the dated sessions and who came.

create table group_counter (
    year smallint primary key,
    last integer not null
);

create table programme_group (
    number text primary key,                  -- G-2026-003
    programme text not null,
    type text not null,                       -- a group type of the programme's settings
    women_only boolean not null,
    leader text not null,                     -- user ids
    second_leader text,
    place text not null,
    first_day date not null,
    weekdays text not null,                   -- monday,thursday
    starts_at time not null,
    planned smallint not null,
    maximum smallint not null check (maximum between 1 and 12),
    staffed_on date,
    ended_on date,
    check (planned between 1 and maximum)
);
create index group_to_staff on programme_group (programme, type) where staffed_on is null;

create table group_session (
    group_number text not null references programme_group,
    number smallint not null,
    day date not null,
    state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
    moved smallint not null default 0,        -- how many times
    themes text not null default '',
    guest text,
    primary key (group_number, number)
);

-- A wish for a group place, and the place it became. It is over when left_on is set.
create table group_place (
    id uuid primary key,
    case_number text not null references case_file,
    programme text not null,
    type text not null,
    waiting_since timestamptz not null,
    group_number text references programme_group,
    seat smallint check (seat between 1 and 12), -- the row in the roll call, the same through the group's life
    placed_on date,
    left_on date,
    unique (group_number, seat),
    check ((group_number is null) = (seat is null) and (group_number is null) = (placed_on is null))
);
create unique index one_open_group_place on group_place (case_number) where left_on is null;
create index group_place_waiting on group_place (programme, type) where group_number is null and left_on is null;
create index group_place_of_case on group_place (case_number);

-- What was recorded at a session. No row is no record, and never the same as absent.
create table roll_call (
    group_number text not null,
    session smallint not null,
    case_number text not null references case_file,
    attendance text not null check (attendance in ('took-part', 'present', 'excused', 'absent')),
    primary key (group_number, session, case_number),
    foreign key (group_number, session) references group_session
);
create index roll_call_of_case on roll_call (case_number);

-- Somebody for whom a session showed the need of something individual.
create table individual_need (
    group_number text not null,
    session smallint not null,
    case_number text not null references case_file,
    primary key (group_number, session, case_number),
    foreign key (group_number, session) references group_session
);
create index individual_need_of_case on individual_need (case_number);
