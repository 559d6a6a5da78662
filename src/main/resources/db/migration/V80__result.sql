-- admission: each place that a case has or had; since it was offered
create view case_place as
select case_number, programme, taken_on, freed_on
from place;

-- sip: requests for meetings with authorities, and what became of each
create view sip_request as
select id, case_number, requested_on, held_on, ended_on, outcome, obstacle
from sip where kind = 'with-authorities';

-- handover: cases that went from one member of staff to another
create view case_handover as
select case_number, role, on_day
from handover where case_number is not null;

-- absence: appointments that a participant missed; those that were settled with a valid reason are none
create view missed_appointment as
select case_number, missed_on
from no_show
where settlement is distinct from 'valid-reason';

-- meeting: at which sittings a case was assessed
create view assessed_case as
select a.case_number, s.day as assessed_on
from agenda a join sitting s on s.id = a.sitting
where a.assessed_on is not null;

-- result: a case as figures count it; columns as in the import's file. Samsteg's cases are written anew from facts when
-- something was noted of them; imported cases have no file.
create table counted_case (
    case_number text primary key,
    case_file text references case_file on delete cascade,   -- null: imported
    programme text not null,
    referred_on date not null,
    authority text,
    unit text,
    sex text,
    birth_year smallint,
    duplicate boolean not null default false,
    not_in text,                              -- why the referral did not lead to a decision on an intake
    taken_up_on date,
    decision text,
    joint_plan boolean,
    called_on date,
    coach_on date,
    placed_on date,
    enrolled_on date,
    planned_on date,
    closed_on date,                           -- of a case without an exit
    exit_on date,
    ground text,
    main_outcome text,
    secondary_outcomes text[] not null default '{}',
    continuation text,
    health_at_exit text,
    health_missing_reason text,
    self_support_at_exit text,
    self_support_missing_reason text,
    cohort text,
    cohort_from date,
    cohort_to date,
    livelihood_before text[] not null default '{}',
    livelihood_after text[] not null default '{}',
    occupation_before text,
    occupation_after text,
    work_percent_before smallint,
    work_percent_after smallint,
    sick_leave_percent_before smallint,
    sick_leave_percent_after smallint,
    education text,
    months_on_support smallint,
    follow_up_on date,
    follow_up_missing boolean not null default false,
    follow_up_occupation text,
    follow_up_livelihood text[] not null default '{}',
    follow_up_health text
);
create index counted_case_of_programme on counted_case (programme, referred_on);
create index counted_case_of_file on counted_case (case_file);

-- result: what happened to a counted case, one row for each time
create table counted_event (
    case_number text not null references counted_case on delete cascade,
    kind text not null,                       -- event, step, assessed, talk, attendance, missed, sip, measure, recommendation
    code text not null,
    happened_on date,                         -- null: not known, of an imported case
    until date                                -- a step's last day; empty while it goes on
);
create index counted_event_of_case on counted_event (case_number);

-- result: cases of which something was noted since their row was written
create table changed_case (
    id bigint generated always as identity primary key,
    case_number text not null references case_file on delete cascade
);
create index changed_case_of_file on changed_case (case_number);

-- result: the age band at the referral, by the years alone
create function result_age(birth_year integer, referred_on date) returns text language sql immutable parallel safe as $$
select case when birth_year is null then 'unknown'
            when age between 18 and 24 then '18-24'
            when age between 25 and 34 then '25-34'
            when age between 35 and 44 then '35-44'
            when age between 45 and 54 then '45-54'
            when age between 55 and 64 then '55-64'
            else 'other' end
from (select extract(year from referred_on)::integer - birth_year as age) years
$$;

-- result: the codes of a checklist; none where the question was not answered or not known
create function result_codes(answers jsonb) returns text[] language sql immutable parallel safe as $$
select coalesce(array_agg(code order by code), '{}')
from jsonb_array_elements_text(case when jsonb_typeof(answers) = 'array' then answers else '[]' end) code
where code <> 'unknown'
$$;

-- result: a whole number below 1000; null where it is not known
create function result_number(answer text) returns smallint language sql immutable parallel safe as $$
select case when answer ~ '^[0-9]{1,3}$' then answer::smallint end
$$;

-- result: what facts, and the owners of what has a life of its own, say of a case
create view case_to_count as
select c.case_number, c.case_number as case_file, c.programme,
       coalesce(referral.on_day, c.opened_on) as referred_on,
       c.authority, u.unit,
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
       coalesce(year.content ->> 'reached', '') = 'no' as follow_up_missing,
       case when year.content ->> 'reached' = 'yes' then year.content ->> 'occupation' end as follow_up_occupation,
       result_codes(case when year.content ->> 'reached' = 'yes' then year.content -> 'livelihoodSources' end)
           as follow_up_livelihood,
       case when year.content ->> 'healthSinceExit' in ('better', 'same', 'worse')
            then year.content ->> 'healthSinceExit' end as follow_up_health
from case_overview c
join participant p on p.id = c.person
left join lateral (select unit from case_unit cu where cu.case_number = c.case_number) u on true
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
    order by f.recorded_at desc limit 1) year on true;

-- result: what happened to a case that figures count by the time
create view event_to_count as
select case_number, 'event' as kind, event as code, happened_on, null::date as until from case_event
union all
select case_number, 'step', step, on_day,
       lead(on_day, 1, (select exit_on from case_exit x where x.case_number = steps.case_number))
           over (partition by case_number order by recorded_at)
from (select case_number, content ->> 'nextStep' as step, recorded_at,
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
select case_number, 'sip', 'asked', requested_on, coalesce(held_on, ended_on) from sip_request
union all
select case_number, 'sip', 'held', held_on, null from sip_request where held_on is not null
union all
select case_number, 'sip', coalesce(obstacle, outcome), ended_on, null
from sip_request
where held_on is null and ended_on is not null
union all
select case_number, 'measure', 'promised', opened_on, ended_on from case_measure
union all
select case_number, 'measure', outcome, ended_on, null from case_measure where ended_on is not null
union all
select case_number, 'measure', 'late', promised_for, null
from case_measure
where ended_on > promised_for
union all
select f.case_number, 'recommendation', answer.value, (f.recorded_at at time zone 'Europe/Stockholm')::date, null
from (select distinct on (case_number) case_number, recorded_at, content from exit_fact
      where kind = 'response-answers' order by case_number, recorded_at desc) f,
     jsonb_each_text(f.content) answer
where answer.key like 'answer%' and answer.value is not null
union all
select case_number, 'handover', role, on_day, null from case_handover;

-- A table with such a comment holds nothing that does not stand elsewhere; the register extract leaves it out.
comment on table counted_case is 'derived from facts and what other tables say of a case; or imported, of no known person';
comment on table counted_event is 'derived from facts and what other tables say of a case; or imported, of no known person';
comment on table changed_case is 'derived: of which cases facts were recorded lately';

insert into changed_case (case_number) select case_number from case_file;
