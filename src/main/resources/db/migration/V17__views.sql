-- Participants as they show in lists: a protected name is nowhere in it.
create view participant as
select id, case when not protected_identity then first_name end as first_name,
       case when not protected_identity then last_name end as last_name,
       sex, language, interpreter, protected_identity
from person;

-- The monthly look at the access log, one for each programme and month, and the views it is about.
create table audit (
    id uuid primary key,
    programme text not null,
    month date not null,                      -- the first day of the month whose views are looked at
    unique (programme, month)
);
create table audit_sample (
    audit uuid not null references audit,
    view bigint not null,                     -- log.access_log
    primary key (audit, view)
);
