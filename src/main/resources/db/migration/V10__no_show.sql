-- Every time a participant did not come without a valid reason, and what put an end to its counting.
create table no_show (
    id uuid primary key,
    case_number text not null references case_file,
    missed_on date not null,                  -- the day of the talk or the session
    recorded_at timestamptz not null,
    settled_on date,                          -- null as long as it counts
    settlement text check (settlement in ('valid-reason', 'continue', 'inquiry', 'returned')),
    settled_by uuid references fact,          -- the form that explains it; a return to the group stands in the roll call
    check ((settled_on is null) = (settlement is null))
);
create index no_show_of_case on no_show (case_number);
