-- At every start, so that the application may go by another name. It adds rows, and says neither their number nor their
-- time. That takes the right to the whole table away where an earlier version gave it.
grant usage on schema log to "${application}";
grant select on log.access_log to "${application}";
revoke insert on log.access_log from "${application}";
grant insert (user_id, role, authority, tenant, case_number, group_number, what, which, denied)
    on log.access_log to "${application}";
