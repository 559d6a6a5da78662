-- group: a case may have a place in groups of several types at once, where the programme allows a group beside a group
drop index one_open_group_place;
create unique index one_open_group_place_of_a_type on group_place (case_number, type) where left_on is null;

create view open_group_place as               -- the types of group in which a case has a place, or for which it waits
select case_number, type
from group_place where left_on is null;

-- activity: which group a step beside is about, so that two of them are told apart
alter table step_beside add column group_type text;  -- null in a step, or a prerehab, without a group
alter table step_beside add column assessment boolean not null default false; -- whether the therapist's was asked for
update step_beside b set group_type = p.type
from group_place p
where p.case_number = b.case_number and p.left_on is null and b.step = 'prerehab' and b.ended_on is null;
update step_beside set assessment = true where step = 'prerehab' and ended_on is null; -- perhaps: what was asked for was not noted
drop index one_running_step_beside;
create unique index one_running_step_beside on step_beside (case_number, step, group_type) nulls not distinct
    where ended_on is null;
