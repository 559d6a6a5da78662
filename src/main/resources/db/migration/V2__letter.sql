-- Every letter, written in the transaction that causes it and sent after.
create table letter (
    id uuid primary key,
    cause text not null unique,               -- template, recipient and what caused it: a repeated cause writes no second
    template text not null,
    case_number text references case_file,
    recipient text not null,                  -- user id
    detail text not null default '',          -- a date or a number the template shows; never about a person
    written_at timestamptz not null,
    sent_at timestamptz
);
create index letter_of_case on letter (case_number);
create index letter_unsent on letter (written_at) where sent_at is null;
