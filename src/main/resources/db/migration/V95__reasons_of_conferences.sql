-- intake: why a person was not taken in, by the code of the programme's list; a referral that only
-- counts as a duplicate has none. The stage is what the answer was given in: at the conference, when the person was called, or,
-- where a talk takes in, before a place was sought, when the talk was booked, or at the talk.
create or replace view not_taken_in as
select f.case_number, c.programme,
       case f.kind when 'conference-assessment' then 'conference' when 'admission-summons' then 'summons'
                   when 'intake-appointment' then 'appointment' when 'intake-booking' then 'booking' else 'talk' end as stage,
       coalesce(f.content ->> 'reason', f.content ->> 'notTakenInReason') as reason, f.recorded_at::date as decided_on
from current_fact f
join case_overview c using (case_number)
where f.kind in ('conference-assessment', 'admission-summons', 'intake-appointment', 'intake-booking', 'intake-talk')
  and coalesce(f.content ->> 'reason', f.content ->> 'notTakenInReason') is not null
  and not c.duplicate;
