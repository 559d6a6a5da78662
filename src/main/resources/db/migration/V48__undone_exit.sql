-- An exit that was taken back in a talk counts as little as one that a reopening of the case has undone.

-- casefile: what was recorded of an exit and of the answers to it, as long as that exit stands
create view exit_fact as
select f.* from current_fact f
where (f.kind like 'exit-%' or f.kind like 'response-%') and not exists (
    select from recorded_fact u
    where u.case_number = f.case_number and u.recorded_at > f.recorded_at
    and (u.kind = 'coaching-talk' and u.content ->> 'undoExit' = 'true'
        or u.kind = 'reopening-request' and u.subject = 'opened'));

-- exit: one row for each case that was exited, or whose participant died after the decision to admit; no exit that was
-- undone
create or replace view case_exit as
select c.case_number, c.programme,
       case when d.case_number is null then o.exit_on
            else greatest(d.happened_on, coalesce(c.enrolled_on, c.opened_on)) end as exit_on,
       case when d.case_number is null then o.ground end as ground,
       coalesce(d.reason, o.main_outcome) as main_outcome
from case_overview c
left join (
    select distinct on (f.case_number) f.case_number, (f.content ->> 'exitOn')::date as exit_on,
           f.content ->> 'ground' as ground, f.content ->> 'mainOutcome' as main_outcome
    from exit_fact f
    where f.kind = 'exit-outcome'
    order by f.case_number, f.recorded_at desc
) o on o.case_number = c.case_number
left join departed_case d on d.case_number = c.case_number and d.reason = 'deceased'
    and (o.exit_on is null or d.happened_on < o.exit_on)
where o.case_number is not null or d.case_number is not null and c.coach is not null;
