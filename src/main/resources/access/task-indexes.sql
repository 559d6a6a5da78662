-- What a list of tasks needs. Not a migration: these are Camunda's tables, and they come after Flyway's.
create index if not exists samsteg_task_assignee_due on act_ru_task (assignee_, due_date_);
create index if not exists samsteg_task_due on act_ru_task (due_date_);
create index if not exists samsteg_task_tenant_due on act_ru_task (tenant_id_, due_date_);
create index if not exists samsteg_link_group on act_ru_identitylink (group_id_, type_, task_id_);
create index if not exists samsteg_link_user on act_ru_identitylink (user_id_, type_, task_id_);
