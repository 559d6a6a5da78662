-- A referral of a person who has an open case is taken in like every other and waits apart for the lead: a person has one
-- open case in a programme among those that are admitted.
drop index one_open_case;
create unique index one_open_case on case_file (programme, person) where closed_on is null and coach is not null;
alter table case_file add column duplicate boolean not null default false;   -- in figures it counts as that and nothing else
