-- activity: a step of the ladder that runs or ran beside the main step of a case
create table step_beside (
    id uuid primary key,
    case_number text not null references case_file on delete cascade,
    step text not null,                       -- prerehab, orientation
    began_on date not null,
    ended_on date                             -- null while it runs
);
create index step_beside_of_case on step_beside (case_number, began_on);
create unique index one_running_step_beside on step_beside (case_number, step) where ended_on is null;
