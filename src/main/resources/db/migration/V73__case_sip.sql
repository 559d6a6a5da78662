-- sip: whether each enrolled participant has had a SIP meeting (not one with the network alone). Why not is the code of the
-- programme's list as long as none was asked for; obstacle is why the last one that was asked for was not held.
create view case_sip as
select c.case_number, c.programme, s.asked_on, s.held_on,
       case when s.held_on is null then s.obstacle end as obstacle,
       case when s.asked_on is null then a.content ->> 'reason' end as reason,
       a.recorded_at::date as answered_on,
       case when s.asked_on is null then (a.content ->> 'askAgainOn')::date end as ask_again_on
from case_overview c
left join lateral (
    select min(requested_on) as asked_on, max(held_on) as held_on,
           (array_agg(obstacle order by requested_on desc))[1] as obstacle
    from sip where sip.case_number = c.case_number and sip.kind = 'with-authorities') s on true
left join lateral (
    select content, recorded_at from current_fact f
    where f.case_number = c.case_number and f.kind = 'proposal-answer'
    order by recorded_at desc limit 1) a on true
where c.enrolled_on is not null;
