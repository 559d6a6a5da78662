-- What lead and administrator register of a member of staff: how colleagues reach them, where they work, who stands in.
alter table staff add column phone text;
alter table staff add column unit text;
alter table staff add column deputy text;

-- What was registered of a member of staff before it was changed.
create table staff_trail (
    id uuid primary key,
    user_id text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    post_percent smallint not null,
    languages text not null,
    phone text,
    unit text,
    deputy text
);
create index staff_trail_of_user on staff_trail (user_id, changed_at);
