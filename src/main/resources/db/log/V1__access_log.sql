-- Who looked, at what, when. Codes and ids only: no names and nothing that somebody typed.
create table log.access_log (
    id bigint generated always as identity primary key,
    viewed_at timestamptz not null,
    user_id text not null,
    role text not null,                       -- group id in which it was asked
    authority text not null check (authority in ('af', 'fk', 'soc', 'region', 'own')),
    tenant text,
    case_number text check (case_number ~ '^[A-Z]{2,4}-\d{4}-\d{4,}$'),
    group_number text,                        -- of a list of a group's participants
    what text not null,                       -- case-file, document, form, ...
    which text,                               -- id of a form, kind of a document
    denied text,                              -- why nothing was shown; null if it was
    check (user_id || role || what || coalesce(which, '') || coalesce(denied, '') || coalesce(group_number, '')
           !~ '[^[:alnum:].@_-]')
);
create index access_log_of_case on log.access_log (case_number);
create index access_log_of_group on log.access_log (group_number) where group_number is not null;
create index access_log_of_month on log.access_log (tenant, viewed_at);
