-- Units of authorities: a case has the unit that referred, and perhaps one that takes over. Codes are those of the
-- programme's file.
alter table case_file add column unit text;
alter table case_file add column receiving_unit text;

-- staff: where members of staff work
create view staff_unit as
select user_id, unit
from staff where unit is not null;

-- casefile: the unit that referred is that of the caseworker at the referral; where it was not known then, as it is now
create view case_unit as
select c.case_number, coalesce(c.unit, s.unit) as unit, c.receiving_unit
from case_file c
left join staff_unit s on s.user_id = c.caseworker;
