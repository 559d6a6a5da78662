-- A group meets in the series of its type. A series may have its own place, weekdays and time; what it has not, the group's
-- plan says.

alter table programme_group alter column place drop not null;
alter table programme_group alter column weekdays drop not null;
alter table programme_group alter column starts_at drop not null;
alter table programme_group add column closing_on date; -- from then on no series gets sessions without an end

alter table group_session add column series text not null default ''; -- the name that the type gives it
alter table group_session add column slot smallint;  -- in a series without an end the next session takes the slot of the last
update group_session set slot = number;
alter table group_session alter column slot set not null;

create or replace view group_overview as
select number, programme, type, coalesce(place, '–') as place, leader, second_leader, ended_on
from programme_group;
