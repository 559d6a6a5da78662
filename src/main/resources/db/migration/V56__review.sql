-- The monthly review of a referring unit's participants. unit: a code of the programme's file.
create table review (
    id uuid primary key,
    programme text not null,
    unit text not null,
    day date not null,
    prepare_on date not null,
    call_on date not null,
    gathered_at timestamptz,          -- when its participants were gathered, and the next one was opened
    held_on date,
    manager_took_part boolean,
    read_on date,                     -- when the unit's manager said to have read it
    unique (programme, unit, day)
);

-- A participant of a review. preparation: the fact in which the coach prepared it.
create table review_case (
    review uuid not null references review,
    case_number text not null references case_file on delete cascade,
    preparation uuid,
    took_part boolean,                -- the caseworker, once it was held
    read_on date,                     -- when a caseworker who did not take part said to have read it
    primary key (review, case_number)
);
create index review_case_of_case on review_case (case_number);
