-- The places of a programme and the queue for them.

-- One row per programme, locked by whoever takes, frees or offers a place: so no two get the same and none is forgotten.
create table admission (
    programme text primary key
);

create table place (
    programme text not null,
    case_number text not null references case_file,
    taken_on date not null,
    freed_on date
);
create unique index one_place_per_case on place (case_number) where freed_on is null;
create index taken_places on place (programme) where freed_on is null;

create table waiting (
    case_number text primary key references case_file,
    programme text not null,
    rank smallint not null,                   -- 1 goes before 2
    reason text not null,                     -- why, in Swedish
    since date not null
);
create index waiting_in_programme on waiting (programme, rank);
