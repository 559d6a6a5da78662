-- Employers as rows of their own: whom one can ask again, and how many placements each has given so far.
create table employer (
    id uuid primary key,
    tenant text not null,
    name text not null,
    contact_name text,                        -- of the employer's contact person, as are the next two
    contact_phone text,
    contact_email text,
    contact_on date,                          -- when the contact was told last; null if there is none
    check (contact_on is not null or (contact_name is null and contact_phone is null and contact_email is null))
);
-- Two names out of which protection took a participant's may be alike.
create unique index one_employer_per_name on employer (tenant, lower(name)) where position('[skyddat]' in name) = 0;

alter table placement add column employer_id uuid references employer;
create index placement_of_employer on placement (employer_id);

create temporary table placed on commit drop as
select p.id as placement, a.tenant, btrim(p.employer) as name
from placement p join case_file c using (case_number)
join (values ('samboradet', 'botkyrka'), ('ama', 'stockholm')) as a (programme, tenant) using (programme);

insert into employer (id, tenant, name)
select gen_random_uuid(), tenant, min(name) from placed group by tenant, lower(name);
update placement p set employer_id = e.id
from placed d join employer e on e.tenant = d.tenant and lower(e.name) = lower(d.name)
where p.id = d.placement;

-- workplace: the register of employers, with how many placements each has given and when the latest of them began
create view employer_overview as
select e.tenant, e.name, e.contact_name, e.contact_phone, e.contact_email,
       count(p.id) as placements, max(p.starts_on) as latest
from employer e left join placement p on p.employer_id = e.id
group by e.id;
