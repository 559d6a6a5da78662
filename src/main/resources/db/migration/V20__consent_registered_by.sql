-- Who registered a consent, so that the coach can see it. Of those from before, the log-in is not known.
alter table consent add column registered_by text;
