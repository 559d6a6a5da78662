-- Every agreed meeting with staff can be missed; null in what was counted before, when only talks and sessions were.
alter table no_show add column meeting text check (meeting in
    ('talk', 'session', 'enrolment', 'orientation', 'introduction', 'sip', 'home-visit'));
