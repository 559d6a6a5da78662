-- A participant can also fail to come to the occupational therapist's assessment.
alter table no_show drop constraint no_show_meeting_check;
alter table no_show add constraint no_show_meeting_check check (meeting in
    ('talk', 'session', 'enrolment', 'assessment', 'orientation', 'introduction', 'follow-up', 'sip', 'home-visit'));
