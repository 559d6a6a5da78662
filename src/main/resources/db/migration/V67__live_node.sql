-- Which nodes run, and the hash of the programme files that each has.
create table live_node (
    node uuid primary key,
    files text not null,
    seen_at timestamptz not null
);
