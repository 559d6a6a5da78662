-- A SIP meeting that somebody asked for: whether it was held, why not, and what became of its decisions. How long it was
-- waited for is the days from requested_on to held_on, to ended_on where it was never held, or to today.
create table sip (
    id uuid primary key,
    case_number text not null references case_file,
    requested_on date not null,
    requested_by text not null,               -- user id
    wanted_by text not null,                  -- participant, coach, caseworker, care, other
    attempts smallint not null default 0,     -- meetings that were called to, held or not
    obstacle text,                            -- why the last one was not held: doctor-absent, cancelled, participant-ill, other, not-called
    held_on date,
    ended_on date,
    outcome text,                             -- followed-up, given-up, case-closed
    check (held_on is null or held_on >= requested_on),
    check ((ended_on is null) = (outcome is null))
);
create index sip_of_case on sip (case_number, requested_on);

create table sip_decision (
    id uuid primary key,
    sip uuid not null references sip,
    number smallint not null,
    what text not null,
    owner text not null,                      -- participant, coach, af, fk, soc, region, other
    due_on date not null,
    postponed smallint not null default 0,
    ended_on date,
    outcome text,                             -- done, partly, not-done, case-closed
    unique (sip, number),
    check ((ended_on is null) = (outcome is null))
);
