-- What a letter tells whom: asked for consent when it is written and again when it is sent.
alter table letter
    add column authority text,                -- af, fk, soc, region: for whom the recipient acts; null within the programme
    add column information text,              -- referral, plan: what the letter tells that authority
    add column stopped_on date,               -- it will not be sent, and why
    add column stop_reason text,
    add check ((authority is null) = (information is null)),
    add check ((stopped_on is null) = (stop_reason is null)),
    add check (stopped_on is null or sent_at is null);

update letter l
set authority = c.authority, information = case when l.template like 'exit-%' then 'plan' else 'referral' end
from case_file c
where c.case_number = l.case_number and c.caseworker = l.recipient and l.sent_at is null;

drop index letter_unsent;
create index letter_unsent on letter (written_at) where sent_at is null and stopped_on is null;

-- What a letter about many cases says of each, so that one can be left out without the others.
create table letter_line (
    letter uuid not null references letter,
    case_number text not null references case_file,
    text text not null,                       -- the case number and what is said beside it; never about a person
    stopped_on date,
    stop_reason text,
    primary key (letter, case_number),
    check ((stopped_on is null) = (stop_reason is null))
);
create index letter_line_of_case on letter_line (case_number);
