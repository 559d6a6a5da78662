-- Which criteria of the programme a referral does not meet, as they were tried last: of a case that was not taken in, or
-- that the lead let through all the same.
create table unmet_criterion (
    case_number text not null references case_file on delete cascade,
    criterion text not null,                  -- in the words of the programme's decision
    tried_on date not null,
    let_through boolean not null default false,
    primary key (case_number, criterion)
);

-- referral
create view unmet_case as
select case_number, criterion, tried_on, let_through
from unmet_criterion;
