-- A correction is a new fact that refers to the one it corrects, always to the first: so every fact of a case is there
-- once, as it stands now, at the time when it happened and by whom it was recorded then.
create index fact_corrections on fact (corrects) where corrects is not null;

create view current_fact as
select f.id, f.case_number, f.subject, f.kind, coalesce(c.form_version, f.form_version) as form_version,
       f.recorded_by, f.role, f.recorded_at, coalesce(c.content, f.content) as content,
       c.recorded_at as corrected_at, c.recorded_by as corrected_by
from fact f
left join lateral (
    select form_version, content, recorded_at, recorded_by from fact
    where corrects = f.id order by recorded_at desc, id desc limit 1) c on true
where f.corrects is null;
