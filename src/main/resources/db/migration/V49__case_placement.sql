-- workplace: placements, for those who must know which ended with a case
create view case_placement as
select case_number, employer, starts_on, ended_on, end_reason from placement;
