-- A person belongs to a coordination association: who had cases in several becomes a person in each. What a referral says
-- of somebody who is known there already is a row of its own until the person is admitted.
alter table person
    add column tenant text,
    add column held boolean not null default false;
alter table person drop constraint person_identity_number_key;

create temporary table association on commit drop as
select c.case_number, a.tenant, c.person
from case_file c
left join (values ('samboradet', 'botkyrka'), ('ama', 'stockholm')) as a (programme, tenant) using (programme);

create temporary table divided on commit drop as
select person, tenant,
       case row_number() over (partition by person order by tenant) when 1 then person else gen_random_uuid() end as id
from (select distinct person, tenant from association) each_one;

insert into person (id, identity_number, no_number_reason, birth_date, first_name, last_name, sex, municipality, district,
                    language, interpreter, contact, protected_identity)
select d.id, identity_number, no_number_reason, birth_date, first_name, last_name, sex, municipality, district, language,
       interpreter, contact, protected_identity
from divided d join person p on p.id = d.person where d.id <> d.person;

update case_file c set person = d.id
from association a join divided d on d.person = a.person and d.tenant = a.tenant
where c.case_number = a.case_number and c.person <> d.id;

update person p set tenant = d.tenant from divided d where d.id = p.id;
delete from person where tenant is null;      -- they have no case; a programme that is not named above stops here
alter table person alter column tenant set not null;
create unique index one_person_per_number on person (tenant, identity_number) where not held;
create index person_by_number on person (tenant, identity_number) where identity_number is not null;

-- What a referral says of a person who was known, where it differs from what is known: a row for each answer.
create table person_statement (
    case_number text not null references case_file on delete cascade,
    field text not null,                      -- key of form referral-referral
    said text not null,
    decided_on date,                          -- when the coach took it over or left it
    decided_by text,
    taken_over boolean not null default false,
    primary key (case_number, field),
    check ((decided_on is null) = (decided_by is null))
);

-- What was known of a person before it was changed.
create table person_trail (
    id uuid primary key,
    person uuid not null references person on delete cascade,
    changed_at timestamptz not null,
    changed_by text not null,                 -- user id
    field text not null,                      -- key of form referral-referral
    old_value text                            -- null if nothing was known
);
create index person_trail_of_person on person_trail (person, changed_at);
