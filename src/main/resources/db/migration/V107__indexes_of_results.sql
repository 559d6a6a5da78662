-- result: what happened within a period is read from an index alone, without the rows of all periods between them
drop index counted_event_by_day;
create index counted_event_by_day on counted_event (happened_on) include (case_number, kind, code, until);
create index counted_event_assessed on counted_event (happened_on) include (case_number) where kind = 'assessed';
create index counted_event_sip on counted_event (happened_on) include (case_number, code, until) where kind = 'sip';
create index counted_case_imported on counted_case (programme, taken_up_on) where case_file is null;

-- result: the age band at the referral, as one expression that the database puts into a query instead of calling it
create or replace function result_age(birth_year integer, referred_on date) returns text language sql immutable parallel safe as $$
select case when birth_year is null then 'unknown'
            when extract(year from referred_on)::integer - birth_year between 18 and 24 then '18-24'
            when extract(year from referred_on)::integer - birth_year between 25 and 34 then '25-34'
            when extract(year from referred_on)::integer - birth_year between 35 and 44 then '35-44'
            when extract(year from referred_on)::integer - birth_year between 45 and 54 then '45-54'
            when extract(year from referred_on)::integer - birth_year between 55 and 64 then '55-64'
            else 'other' end
$$;

-- result: a case that is closed, or gets a place, is noted as every other change is, and is not looked for any more
drop index counted_case_running;
