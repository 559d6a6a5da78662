-- A package writes its own tables only, and reads those of others through the views that their owner publishes here: the
-- columns of a view are a promise, those of a table are not. Owners: docs/tables.md.

-- person
create or replace view participant as
select id, case when not protected_identity then first_name end as first_name,
       case when not protected_identity then last_name end as last_name,
       sex, language, interpreter, protected_identity, birth_date
from person;

create view same_person as                    -- a person's row, and each row of the association with the same number
select p.id as person, o.id as same
from person p
join person o on o.id = p.id or o.tenant = p.tenant and o.identity_number = p.identity_number;

create view known_person as                   -- a row that a referral held apart is the person who is known by the number
select p.id, coalesce(k.id, p.id) as person
from person p
left join person k on k.tenant = p.tenant and k.identity_number = p.identity_number and not k.held;

-- casefile
create view case_overview as
select case_number, programme, person, caseworker, authority, earlier_case, coach, deputy, complexity, opened_on,
       enrolled_on, closed_on, duplicate
from case_file;

create view recorded_fact as                  -- what was corrected too, and the corrections: for those who count or show all
select id, case_number, subject, kind, form_version, recorded_by, role, recorded_at, corrects, content
from fact;

create view case_document as
select id, case_number, kind, drawn_up_at, content, names_person
from document;

-- group
create view group_overview as
select number, programme, type, place, leader, second_leader, ended_on
from programme_group;

create view group_seat as                     -- of those who have or had a place in a group
select p.case_number, p.group_number, p.seat, p.placed_on, p.left_on, g.leader, g.second_leader
from group_place p join programme_group g on g.number = p.group_number;

-- meeting
create view agenda_item as
select sitting, case_number
from agenda;

-- casefile: the cases among those that a fact about something else than a case is about, and until when
create view subject_case as
select group_number as subject, case_number, left_on as until from group_seat
union all
select sitting::text, case_number, null from agenda_item;

-- admission
create view taken_place as
select programme, case_number, taken_on
from place where freed_on is null;

create view waiting_case as
select programme, case_number, rank, since, reason
from waiting;

-- leave
create view away as
select user_id, from_day, to_day, deputy
from staff_absence;

-- staff
create view staff_authority as
select user_id, authority
from staff where authority is not null;

-- measure
create view open_measure as
select id, case_number, promised, promised_by, unit, promised_for
from measure where ended_on is null;

-- letter
create view case_letter as
select id, case_number
from letter where case_number is not null;
