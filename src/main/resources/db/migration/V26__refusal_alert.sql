-- Users who were refused more often within an hour than the programme allows: the first such hour of a day, told to the
-- leads once. Who and when; never of a case.
create table refusal_alert (
    id uuid primary key,
    programme text not null,
    tenant text not null,
    user_id text not null,
    day date not null,
    hour timestamptz not null,                -- its first instant
    times integer not null,                   -- so far, when it was seen
    unique (tenant, user_id, day)
);
