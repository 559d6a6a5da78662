-- A letter to a party that has no users here: recipient is what the party is called, address its e-mail.
alter table letter add column address text;
