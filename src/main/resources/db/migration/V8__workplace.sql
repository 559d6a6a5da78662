-- A participant's time at a workplace: extended, ended, and counted by type in the results.
create table placement (
    id uuid primary key,
    case_number text not null references case_file,
    type text not null,                       -- practice, work-training, extra-service, public-sheltered, stockholmsjobb, wage-subsidy, employment
    employer text not null,
    supervisor text not null,
    extent_percent smallint not null check (extent_percent between 1 and 100),
    found_by_participant boolean not null,
    starts_on date not null,
    ends_on date,                             -- as agreed; null until further notice
    ended_on date,                            -- as it was
    end_reason text,                          -- period-over, health, employer, participant, not-suitable, other, job-offered, step-left, case-closed
    check (ends_on is null or ends_on >= starts_on),
    check ((ended_on is null) = (end_reason is null))
);
create index placement_of_case on placement (case_number, starts_on);
create unique index one_running_placement on placement (case_number) where ended_on is null;
