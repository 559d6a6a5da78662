-- When a view was and which row it is, the database says. The application may name neither (afterMigrate.sql).
alter table log.access_log alter column viewed_at set default clock_timestamp();
create index access_log_of_refusals on log.access_log (tenant, viewed_at) where denied is not null;
