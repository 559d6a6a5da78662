-- pause: how long a care pause was or is; each last day that was told is a row, and the one without an end runs
create view care_pause as
select case_number, began_on, last_day, ended_on
from (
    select case_number, recorded_at::date as began_on, (content ->> 'untilDay')::date as last_day,
           (lead(recorded_at) over (partition by case_number order by recorded_at, id))::date as ended_on
    from current_fact
    where kind in ('pause-period', 'pause-return')) told
where last_day is not null;

-- Which form says so: if its answer is corrected, the no-show is taken back. A session has none of the case.
alter table no_show add column recorded_in uuid references fact;
update no_show n set recorded_in = (
    select f.id from current_fact f
    where f.case_number = n.case_number and f.recorded_at <= n.recorded_at and f.kind = case n.meeting
        when 'talk' then 'coaching-talk'
        when 'enrolment' then 'planning-enrolment'
        when 'orientation' then 'orientation-progress'
        when 'introduction' then 'workplace-introduction'
        when 'sip' then 'sip-meeting'
        when 'home-visit' then 'absence-home-visit' end
    order by f.recorded_at desc, f.id desc limit 1);
