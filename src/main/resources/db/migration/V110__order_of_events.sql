-- result: in which order what happened on one day was recorded, such as two decisions on the next step; see event_to_count
alter table counted_event add column id bigint generated always as identity;
