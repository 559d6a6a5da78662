-- A line of a letter about many cases says what kind of information it tells: a reminder of a task may be about the plan.
alter table letter_line
    add column information text not null default 'referral',
    drop constraint letter_line_pkey,
    add primary key (letter, case_number, information);

-- A morning on which an association's overdue tasks are looked for; the row is what makes it one for all nodes.
create table reminder_round (
    id uuid primary key,
    tenant text not null,
    day date not null,
    unique (tenant, day)
);

-- What was reminded of. A row goes when its task is done or not overdue any more, on the next working day's morning.
create table task_reminder (
    task text not null,                       -- id of the engine's task
    stage text not null check (stage in ('first', 'second', 'lead')),
    round uuid not null references reminder_round,
    reminded_on date not null,
    case_number text references case_file on delete cascade,
    primary key (task, stage)
);
create index task_reminder_of_round on task_reminder (round);
create index task_reminder_of_case on task_reminder (case_number) where case_number is not null;
