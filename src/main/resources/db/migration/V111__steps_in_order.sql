-- result: of decisions in the same instant the plan comes first and the rest stays in one order, so that a case counted twice
-- is counted alike
create or replace view event_to_count as
select case_number, 'event' as kind, event as code, happened_on, null::date as until from case_event
union all
select case_number, 'step', step, on_day,
       lead(on_day, 1, (select exit_on from case_exit x where x.case_number = steps.case_number))
           over (partition by case_number order by recorded_at, kind desc, id)
from (select case_number, content ->> 'nextStep' as step, recorded_at, kind, id,
             (recorded_at at time zone 'Europe/Stockholm')::date as on_day
      from current_fact
      where kind in ('planning-action-plan', 'coaching-next-step') and content ->> 'nextStep' is not null) steps
union all
select case_number, 'assessed', 'assessed', assessed_on, null from assessed_case
union all
select case_number, 'talk', content ->> 'outcome', (recorded_at at time zone 'Europe/Stockholm')::date, null
from current_fact
where kind = 'coaching-talk' and content ->> 'outcome' is not null
union all
select case_number, 'attendance', attendance, day, null from case_attendance
union all
select case_number, 'missed', 'missed', missed_on, null from missed_appointment
union all
select s.case_number, 'seat', g.type, s.placed_on, s.left_on
from group_seat s join planned_group g using (group_number)
where g.cancelled_on is null
union all
select case_number, 'sip', 'asked', requested_on, held_on from sip_request
union all
select case_number, 'sip', 'held', requested_on, null from sip_request where held_on is not null
union all
select case_number, 'sip', coalesce(obstacle, outcome), requested_on, null
from sip_request
where held_on is null and ended_on is not null
union all
select case_number, 'measure', coalesce(outcome, 'open'), opened_on, coalesce(ended_on, promised_for) from case_measure
union all
select case_number, 'measure', 'late', opened_on, null
from case_measure
where ended_on > promised_for
union all
select given.case_number, 'recommendation', coalesce(answers.content ->> ('answer' || given.number), 'unanswered'),
       approved.on_day, null
from (select f.case_number, substring(key from 15) as number
      from (select distinct on (case_number) case_number, content from exit_fact
            where kind = 'exit-referral-back' order by case_number, recorded_at desc) f,
           jsonb_each_text(f.content)
      where key ~ '^recommendation[0-9]+$' and value is not null) given
join (select case_number, max((recorded_at at time zone 'Europe/Stockholm')::date) as on_day from exit_fact
      where kind = 'exit-approval' and content ->> 'decision' = 'approve' group by case_number) approved using (case_number)
left join (select distinct on (case_number) case_number, content from exit_fact
           where kind = 'response-answers' order by case_number, recorded_at desc) answers using (case_number)
union all
-- how long the authority that referred took to answer: from when the referral back was approved to its first answer
select approved.case_number, 'answer', c.authority, approved.on_day, answered.on_day
from (select case_number, max((recorded_at at time zone 'Europe/Stockholm')::date) as on_day from exit_fact
      where kind = 'exit-approval' and content ->> 'decision' = 'approve' group by case_number) approved
join case_overview c using (case_number)
left join (select case_number, min((recorded_at at time zone 'Europe/Stockholm')::date) as on_day from exit_fact
           where kind = 'response-answers' group by case_number) answered using (case_number)
where c.authority is not null
union all
select case_number, 'handover', role, on_day, null from case_handover;
