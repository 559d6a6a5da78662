-- activity: a step of the ladder that runs or ran beside the main step of a case
create table activity (
    id uuid primary key,
    case_number text not null references case_file on delete cascade,
    step text not null,                       -- prerehab, orientation
    began_on date not null,
    ended_on date                             -- null while it runs
);
create index activity_of_case on activity (case_number, began_on);
create unique index one_running_activity_of_a_step on activity (case_number, step) where ended_on is null;
