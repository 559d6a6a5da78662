-- Run once in Samsteg's database by a superuser, who also gives both roles a password; to run it again changes nothing.
-- The application works as samsteg_app. The access log belongs to samsteg_log, so that the application adds to it and
-- can take nothing back.
do $$
begin
    if not exists (select from pg_roles where rolname = 'samsteg_app') then
        create role samsteg_app login;
    end if;
    if not exists (select from pg_roles where rolname = 'samsteg_log') then
        create role samsteg_log login;
    end if;
end $$;
create schema if not exists log authorization samsteg_log;
grant usage, create on schema public to samsteg_app;

-- What an earlier version of Samsteg made as the superuser becomes the application's.
do $$
declare
    made record;
begin
    for made in
        select oid::regclass as name from pg_class c
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
          and pg_get_userbyid(relowner) = current_user
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i', 'e')
                          and d.classid = 'pg_class'::regclass)
    loop
        execute format('alter table %s owner to samsteg_app', made.name);
    end loop;
end $$;
