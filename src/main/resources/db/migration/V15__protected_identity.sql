-- Who somebody is stands in table person and nowhere else, so that it can be shown to few once it is protected.

update fact set content = content - array['firstName', 'lastName', 'identityNumber', 'contact']
where kind = 'referral-referral';

-- What was drawn up under somebody's name is read by the coach and the lead only, once that identity is protected.
alter table document add column names_person boolean not null default true;
