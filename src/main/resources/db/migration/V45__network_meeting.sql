-- A meeting with the participant's network, without authorities, is asked for, called to and followed up as a SIP is; the
-- figures count the two apart.
alter table sip add column kind text not null default 'with-authorities'
    check (kind in ('with-authorities', 'network-only'));
