-- A referral that is put on an agenda which has gone out already is told of by a letter of its own.
alter table sitting add column agenda_sent boolean not null default false;
