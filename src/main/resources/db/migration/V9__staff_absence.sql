-- When a member of staff is away, and who acts in cases that name no deputy of their own.
create table staff_absence (
    id uuid primary key,
    user_id text not null,
    from_day date not null,
    to_day date not null,
    deputy text not null,
    check (to_day >= from_day),
    check (deputy <> user_id)
);
create index staff_absence_of_user on staff_absence (user_id, to_day);
