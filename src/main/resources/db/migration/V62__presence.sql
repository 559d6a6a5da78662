-- A group may begin a cohort, which is followed as one from its first to its closing month.
alter table programme_group add column cohort_from date;  -- the first day of a month
alter table programme_group add column cohort_to date;    -- the first day of the closing month
alter table programme_group add check ((cohort_from is null) = (cohort_to is null) and cohort_from <= cohort_to);

create view cohort as                         -- its members have or had a place in the group: group_seat
select number as group_number, programme, type, cohort_from as from_month, cohort_to as to_month
from programme_group where cohort_from is not null and cancelled_on is null;

create view held_session as                   -- what a group did; of no participant
select group_number, series, day, themes
from group_session where state = 'held';

create view case_attendance as                -- as far as it was recorded
select r.case_number, g.programme, g.type, r.group_number, s.series, s.day, r.attendance
from roll_call r
join group_session s on s.group_number = r.group_number and s.number = r.session
join programme_group g on g.number = r.group_number;

-- Staff may know that a participant stays away although no roll is called.
alter table no_show drop constraint no_show_meeting_check;
alter table no_show add constraint no_show_meeting_check check (meeting in
    ('talk', 'session', 'enrolment', 'orientation', 'introduction', 'follow-up', 'sip', 'home-visit', 'away'));
