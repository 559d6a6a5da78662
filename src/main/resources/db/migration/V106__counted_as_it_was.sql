-- casefile: the unit of the case itself. Where it was not known at the referral it is what the register says today, if the
-- caseworker still works for the authority that referred, and from now on what is said of the case. A unit that staff of
-- another authority work at too is not taken: only the programme's file knows whose it is.
update case_file c set unit = s.unit
from staff s
where s.user_id = c.caseworker and s.authority = c.authority and c.unit is null and s.unit is not null
    and not exists (select from staff other where other.unit = s.unit and other.authority <> c.authority);

create or replace view case_unit as
select c.case_number, coalesce(c.unit, s.unit) as unit, c.receiving_unit, c.unit as referring_unit
from case_file c
left join staff_unit s on s.user_id = c.caseworker;

-- result: why there is no answer a year after the exit: unreachable, deceased, declined or other, as at the exit
drop view case_to_count;
alter table counted_case add column follow_up_missing_reason text;
update counted_case set follow_up_missing_reason = 'unreachable' where follow_up_missing;
-- follow_up_missing, in the table and in the view, is unused from here on. Both are dropped one release later, because nodes
-- of the release before name them.

-- result: a case as figures count it, with the unit that the case has, and why there is no answer a year after
create view case_to_count as
select c.case_number, c.case_number as case_file, c.programme,
       coalesce(referral.on_day, c.opened_on) as referred_on,
       c.authority, u.referring_unit as unit,
       coalesce(referral.content ->> 'sex', p.sex) as sex,
       extract(year from p.birth_date)::smallint as birth_year,
       c.duplicate,
       case when c.enrolled_on is null and c.closed_on is not null and not c.duplicate then
           case when not_taken_in.reason is not null then not_taken_in.reason
                when talk.content ->> 'result' = 'declines' or summons.content ->> 'answer' = 'declined' then 'declined'
                when correction.content ->> 'withdrawn' = 'true' or interruption.content is not null then 'withdrawn'
                when decided.content is not null and decided.content ->> 'letThrough' is distinct from 'true' then 'unmet' end end as not_in,
       coalesce(sitting.assessed_on, assessed.on_day, talk.held_on) as taken_up_on,
       case when talk.content ->> 'result' = 'taken-in' or assessment.content ->> 'decision' = 'admit' then 'admit'
            when talk.content is not null or assessment.content ->> 'decision' = 'recommend' then 'recommend'
            end as decision,
       coalesce(assessment.content ->> 'preliminaryPlan', assessment.content ->> 'jointPlan') is not null
           or plan.content is not null as joint_plan,
       case when talk.content ->> 'result' = 'taken-in' then talk.held_on
            when assessment.content ->> 'decision' = 'admit' then assessment.on_day end as called_on,
       coalesce(appointed.on_day,
                case when assessment.content ->> 'decision' = 'admit' then assessment.on_day end) as coach_on,
       place.taken_on as placed_on,
       c.enrolled_on,
       plan.on_day as planned_on,
       case when x.exit_on is null then c.closed_on end as closed_on,
       x.exit_on, x.ground, x.main_outcome,
       result_codes(outcome.content -> 'secondaryOutcomes') as secondary_outcomes,
       outcome.content ->> 'continuation' as continuation,
       case when measured.content ->> 'healthSinceStart' in ('better', 'same', 'worse')
            then measured.content ->> 'healthSinceStart' end as health_at_exit,
       case when x.exit_on is null or measured.content ->> 'healthSinceStart' in ('better', 'same', 'worse') then null
            when x.main_outcome = 'deceased' then 'deceased'
            when measured.content ->> 'measured' = 'no' then measured.content ->> 'missingReason'
            when measured.content ->> 'healthSinceStart' = 'declined' then 'declined'
            when measured.content ->> 'healthSinceStart' = 'unable' then 'too-ill'
            else 'not-asked' end as health_missing_reason,
       case when measured.content ->> 'selfSupportSinceStart' in ('better', 'same', 'worse')
            then measured.content ->> 'selfSupportSinceStart' end as self_support_at_exit,
       case when x.exit_on is null or measured.content ->> 'selfSupportSinceStart' in ('better', 'same', 'worse') then null
            when x.main_outcome = 'deceased' then 'deceased'
            when measured.content ->> 'measured' = 'no' then measured.content ->> 'missingReason'
            when measured.content ->> 'selfSupportSinceStart' = 'declined' then 'declined'
            when measured.content ->> 'selfSupportSinceStart' = 'unable' then 'too-ill'
            else 'not-asked' end as self_support_missing_reason,
       member.group_number as cohort, member.from_month as cohort_from, member.to_month as cohort_to,
       coalesce(nullif(result_codes(referral.content -> 'livelihoodSources'), '{}'),
                result_codes(mapping.content -> 'livelihoodSources')) as livelihood_before,
       result_codes(outcome.content -> 'livelihoodSources') as livelihood_after,
       baseline.content ->> 'occupation' as occupation_before,
       outcome.content ->> 'occupation' as occupation_after,
       result_number(baseline.content ->> 'workPercent') as work_percent_before,
       result_number(outcome.content ->> 'workPercent') as work_percent_after,
       coalesce(result_number(baseline.content ->> 'sickLeaveDegree'),
                result_number(referral.content ->> 'sickLeaveDegree')) as sick_leave_percent_before,
       result_number(measured.content ->> 'sickLeaveDegree') as sick_leave_percent_after,
       mapping.content ->> 'education' as education,
       result_number(mapping.content ->> 'monthsOnSupport') as months_on_support,
       case when year.content ->> 'reached' = 'yes' then year.on_day end as follow_up_on,
       case when year.content ->> 'reached' = 'yes' or x.exit_on is null then null
            when gone.reason = 'deceased' then 'deceased'
            when gone.reason = 'declines-contact' then 'declined'
            when gone.reason is not null then 'other'
            when year.content ->> 'reached' = 'no' then 'unreachable' end as follow_up_missing_reason,
       case when year.content ->> 'reached' = 'yes' then year.content ->> 'occupation' end as follow_up_occupation,
       result_codes(case when year.content ->> 'reached' = 'yes' then year.content -> 'livelihoodSources' end)
           as follow_up_livelihood,
       case when year.content ->> 'healthSinceExit' in ('better', 'same', 'worse')
            then year.content ->> 'healthSinceExit' end as follow_up_health,
       coalesce(year.content ->> 'reached', '') = 'no' as follow_up_missing
from case_overview c
join participant p on p.id = c.person
left join lateral (select referring_unit from case_unit cu where cu.case_number = c.case_number) u on true
left join lateral (select * from case_exit e where e.case_number = c.case_number) x on true
left join lateral (select min(assessed_on) as assessed_on from assessed_case a where a.case_number = c.case_number)
    sitting on true
left join lateral (select min(taken_on) as taken_on from case_place p where p.case_number = c.case_number) place on true
left join lateral (select reason from not_taken_in n where n.case_number = c.case_number
    order by decided_on desc limit 1) not_taken_in on true
left join lateral (select k.group_number, k.from_month, k.to_month
    from group_seat s join cohort k on k.group_number = s.group_number
    where s.case_number = c.case_number order by s.placed_on limit 1) member on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from current_fact f where f.case_number = c.case_number and f.kind = 'referral-referral'
    order by f.recorded_at limit 1) referral on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from current_fact f where f.case_number = c.case_number and f.kind = 'referral-correction'
    order by f.recorded_at desc limit 1) correction on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from current_fact f where f.case_number = c.case_number and f.kind = 'referral-decision'
    order by f.recorded_at desc limit 1) decided on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from current_fact f where f.case_number = c.case_number and f.kind = 'interruption-request' and f.content ->> 'confirmed' = 'yes'
    order by f.recorded_at desc limit 1) interruption on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from current_fact f where f.case_number = c.case_number and f.kind = 'conference-assessment'
    order by f.recorded_at limit 1) assessed on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from current_fact f where f.case_number = c.case_number and f.kind = 'conference-assessment'
    order by f.recorded_at desc limit 1) assessment on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from current_fact f where f.case_number = c.case_number and f.kind = 'intake-appointment' and f.content ->> 'decision' = 'take-up'
    order by f.recorded_at desc limit 1) appointed on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day,
    (f.content ->> 'heldOn')::date as held_on
    from current_fact f where f.case_number = c.case_number and f.kind = 'intake-talk' and f.content ->> 'outcome' = 'held'
    order by f.recorded_at desc limit 1) talk on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from current_fact f where f.case_number = c.case_number and f.kind = 'admission-summons'
    order by f.recorded_at desc limit 1) summons on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from current_fact f where f.case_number = c.case_number and f.kind = 'planning-mapping'
    order by f.recorded_at desc limit 1) mapping on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from current_fact f where f.case_number = c.case_number and f.kind = 'planning-baseline'
    order by f.recorded_at desc limit 1) baseline on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from current_fact f where f.case_number = c.case_number and f.kind = 'planning-action-plan'
    order by f.recorded_at limit 1) plan on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from exit_fact f where f.case_number = c.case_number and f.kind = 'exit-outcome'
    order by f.recorded_at desc limit 1) outcome on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from exit_fact f where f.case_number = c.case_number and f.kind = 'exit-measurement'
    order by f.recorded_at desc limit 1) measured on true
left join lateral (select f.content, (f.recorded_at at time zone 'Europe/Stockholm')::date as on_day
    from current_fact f where f.case_number = c.case_number and f.kind = 'followup-one-year'
    order by f.recorded_at desc limit 1) year on true
left join lateral (select d.reason from departed_case d where d.case_number = c.case_number
    order by d.happened_on desc limit 1) gone on true;

insert into changed_case (case_number) select case_number from case_file;
