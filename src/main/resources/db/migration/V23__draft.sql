-- What staff have begun to write in a form and not sent yet. It stands here and not in the engine, which would copy it to
-- variables that others read.
create table draft (
    task text primary key,                    -- id of the engine's task
    case_number text references case_file on delete cascade,
    subject text,                             -- what the task is about when that is no case: a group, a sitting
    holder text not null,                     -- user id of the task's assignee
    form text not null,
    form_version text not null,
    saved_at timestamptz not null,
    content jsonb,                            -- by the form's keys; null once the task was given to another
    check (case_number is null or subject is null)
);
create index draft_of_case on draft (case_number) where case_number is not null;
create index draft_of_subject on draft (subject) where subject is not null;

create table start_draft (                    -- of a form that starts a process: there is no case yet
    holder text not null,
    process text not null,
    form text not null,
    form_version text not null,
    saved_at timestamptz not null,
    content jsonb not null,
    primary key (holder, process)
);
create index start_draft_by_age on start_draft (saved_at);

-- Ends a task's draft in the transaction that ends the task, in one call. A save that is under way holds the same lock, so
-- its row is waited for and goes too; the save that comes later finds no task.
create function discard_draft(ended text) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(ended, 0));
    delete from draft where task = ended;
end $$;
