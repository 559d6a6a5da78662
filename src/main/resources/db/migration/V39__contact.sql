-- Telephone, e-mail and address stand apart; what was written before is told apart where it is certain, and stays as another
-- way to reach the person where it is not.
alter table person
    add column phone text,
    add column email text,
    add column address text;

create temporary table told_apart on commit drop as
select id,
       min(part) filter (where part ~ '^\+?[0-9][0-9 ()/-]{3,20}$') as phone,
       min(part) filter (where part ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:].]+$') as email,
       count(*) filter (where part ~ '^\+?[0-9][0-9 ()/-]{3,20}$') as phones,
       count(*) filter (where part ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:].]+$') as emails,
       count(*) as parts
from (select id, btrim(part) as part
      from person, lateral regexp_split_to_table(contact, '[,;\n]|[[:space:]](?:eller|och)[[:space:]]') as part
      where contact is not null and btrim(part) <> '') each_part
group by id;

update person p set phone = t.phone, email = t.email, contact = null
from told_apart t
where t.id = p.id and t.phones <= 1 and t.emails <= 1 and t.phones + t.emails = t.parts;
