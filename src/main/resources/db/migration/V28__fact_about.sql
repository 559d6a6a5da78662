-- Of which participants a fact speaks that is about no single case: by their seats in a group, or by their case numbers in
-- a list.
create table fact_about (
    fact uuid not null references fact on delete cascade,
    case_number text not null references case_file on delete cascade,
    seat smallint,                            -- the number at the end of the keys that are about this participant alone
    primary key (fact, case_number)
);
create index fact_about_case on fact_about (case_number);

insert into fact_about (fact, case_number, seat)
select f.id, p.case_number, p.seat
from fact f join group_place p on p.group_number = f.subject
where f.case_number is null;

insert into fact_about (fact, case_number)
select distinct f.id, c.case_number
from fact f
cross join lateral jsonb_each(f.content) answer
cross join lateral jsonb_array_elements_text(
    case when jsonb_typeof(answer.value) = 'array' then answer.value else '[]' end) listed
join case_file c on c.case_number = listed
where f.case_number is null
on conflict do nothing;

create view fact_case as
select fact, case_number, seat
from fact_about;
