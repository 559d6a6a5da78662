-- milestone: what happened during participation, once for each case and event, on the first day; as it stands now
create view case_event as
select case_number, content ->> 'event' as event, min((content ->> 'happenedOn')::date) as happened_on
from current_fact
where kind = 'milestone-event'
group by case_number, content ->> 'event';
