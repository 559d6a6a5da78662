-- A participant can also fail to come to the three-party talk.
alter table no_show drop constraint no_show_meeting_check;
alter table no_show add constraint no_show_meeting_check check (meeting in
    ('talk', 'session', 'intake', 'enrolment', 'assessment', 'orientation', 'introduction', 'follow-up', 'sip', 'home-visit', 'away'));

-- intake: why a person was not taken in, by the code of the programme's list; a referral that only counts as a duplicate
-- has none. The stage is what the answer was given in: before a place was sought, when the talk was booked, or at the talk.
create view not_taken_in as
select f.case_number, c.programme,
       case f.kind when 'intake-appointment' then 'appointment' when 'intake-booking' then 'booking' else 'talk' end as stage,
       f.content ->> 'reason' as reason, f.recorded_at::date as decided_on
from current_fact f
join case_overview c using (case_number)
where f.kind in ('intake-appointment', 'intake-booking', 'intake-talk') and f.content ->> 'reason' is not null
  and not c.duplicate;
