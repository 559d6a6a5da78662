-- A group may be cancelled, its capacity is the type's, and a seat that was left is taken by another participant.

alter table programme_group add column cancelled_on date; -- ended_on is set too
alter table programme_group drop constraint programme_group_maximum_check;
alter table programme_group add check (maximum >= 1);

alter table group_place drop constraint group_place_seat_check;
alter table group_place add check (seat >= 1);
alter table group_place drop constraint group_place_group_number_seat_key;
create unique index one_taken_seat on group_place (group_number, seat) where left_on is null;

create view waiting_for_group as
select programme, type, case_number, waiting_since::date as since
from group_place where group_number is null and left_on is null;
