-- milestone: an event that a correction has taken away did not happen and is not counted
create or replace view case_event as
select case_number, content ->> 'event' as event, min((content ->> 'happenedOn')::date) as happened_on
from current_fact
where kind = 'milestone-event' and content ->> 'event' is not null
group by case_number, content ->> 'event';
