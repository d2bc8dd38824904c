-- Versions published until now name competences by their code alone. They meant the framework that was installed; the
-- default where there was none, or more than one.
with own as (
	select coalesce(one.id, 'tt02-2025') as id, (
		select coalesce(f.body ->> 'version', f.body ->> 'in_force') from catalog_file f
		where f.kind = 'framework' and f.id = coalesce(one.id, 'tt02-2025')
	) as version
	from (select case when count(*) = 1 then min(c.id) end as id from catalog_file c where c.kind = 'framework') one
)
update course_version v set manifest = v.manifest || jsonb_build_object(
	'framework', own.id,
	'frameworks', jsonb_build_object(own.id, own.version),
	'skills', (
		select coalesce(jsonb_object_agg(own.id || ':' || s.code, s.level), '{}')
		from jsonb_each(v.manifest -> 'skills') s (code, level)
	),
	'lessons', (
		select coalesce(jsonb_object_agg(l.id, l.entry || jsonb_build_object('skills', (
			select coalesce(jsonb_agg(own.id || ':' || s.code order by s.place), '[]')
			from jsonb_array_elements_text(l.entry -> 'skills') with ordinality s (code, place)
		))), '{}')
		from jsonb_each(v.manifest -> 'lessons') l (id, entry)
	),
	'questions', (
		select coalesce(jsonb_object_agg(q.id, case when q.entry ->> 'skill' is null then q.entry
			else q.entry || jsonb_build_object('skill', own.id || ':' || (q.entry ->> 'skill')) end), '{}')
		from jsonb_each(v.manifest -> 'questions') q (id, entry)
	)
)
from own where v.manifest -> 'frameworks' is null;
