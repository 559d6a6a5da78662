-- casefile: a case number that an imported case has or had, so that no new case gets it
create table taken_number (
    programme text not null,
    year smallint not null,
    number integer not null,
    primary key (programme, year, number)
);
