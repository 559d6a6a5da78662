-- At every start, so that the application may go by another name.
grant usage on schema log to "${application}";
grant select, insert on log.access_log to "${application}";
