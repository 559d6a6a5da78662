-- That a promised measure has begun, and that it is over, are two days: a therapy that goes on is not a therapy that was held.
alter table measure add column begun_on date;
alter table measure add column finished_on date;
alter table measure add check (finished_on >= begun_on);

-- measure
create or replace view open_measure as
select id, case_number, promised, promised_by, unit, promised_for, begun_on
from measure where ended_on is null;

create view case_measure as
select id, case_number, kind, promised, promised_by, unit, promised_for, opened_on, begun_on, finished_on, ended_on,
       outcome
from measure;
