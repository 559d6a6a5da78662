-- Who cannot answer any more, and exits as figures count them. Both are read from the facts as they stand now, so that a
-- correction changes the figures, and from reopenings, which undo them.

-- departure
create view departed_case as
select f.case_number, f.content ->> 'reason' as reason, (f.content ->> 'happenedOn')::date as happened_on
from current_fact f
where f.kind = 'departure-request' and not exists (
    select from recorded_fact r
    where r.kind = 'reopening-request' and r.case_number = f.case_number and r.recorded_at > f.recorded_at);

-- exit: one row for each case that was exited, or whose participant died after the decision to admit; no exit that a
-- reopening of the case has undone
create view case_exit as
select c.case_number, c.programme,
       case when d.case_number is null then o.exit_on
            else greatest(d.happened_on, coalesce(c.enrolled_on, c.opened_on)) end as exit_on,
       case when d.case_number is null then o.ground end as ground,
       coalesce(d.reason, o.main_outcome) as main_outcome
from case_overview c
left join (
    select distinct on (f.case_number) f.case_number, (f.content ->> 'exitOn')::date as exit_on,
           f.content ->> 'ground' as ground, f.content ->> 'mainOutcome' as main_outcome
    from current_fact f
    where f.kind = 'exit-outcome' and not exists (
        select from recorded_fact r
        where r.kind = 'reopening-request' and r.subject = 'opened' and r.case_number = f.case_number
        and r.recorded_at > f.recorded_at)
    order by f.case_number, f.recorded_at desc
) o on o.case_number = c.case_number
left join departed_case d on d.case_number = c.case_number and d.reason = 'deceased'
    and (o.exit_on is null or d.happened_on < o.exit_on)
where o.case_number is not null or d.case_number is not null and c.coach is not null;
