update attempt a set
	pass = coalesce((v.manifest #>> array['quizzes', a.quiz_id, 'pass'])::float8, 0.7),
	policy = jsonb_build_object(
		'attempts', v.manifest #> array['quizzes', a.quiz_id, 'attempts'],
		'minutes', v.manifest #> array['quizzes', a.quiz_id, 'minutes'],
		'review', coalesce(v.manifest #> array['quizzes', a.quiz_id, 'review'], '"full"')
	),
	first_exposures = (
		select coalesce(jsonb_agg(asked.question order by asked.place), '[]')
		from jsonb_array_elements_text(a.questions) with ordinality as asked (question, place)
		where not exists (
			select 1 from attempt earlier
			where earlier.learner_id = a.learner_id and earlier.course_id = a.course_id and earlier.id <> a.id
				and earlier.started_at <= a.started_at and earlier.questions ? asked.question
		) and not exists (
			select 1 from check_response earlier
			where earlier.learner_id = a.learner_id and earlier.course_id = a.course_id
				and earlier.question_id = asked.question and earlier.at <= a.started_at
		)
	)
from course_version v
where v.course_id = a.course_id and v.version = a.version;
--> statement-breakpoint
update attempt a set score = round(latest.score::numeric, 2)::float8, max_score = round(latest.max_score::numeric, 2)::float8,
	passed = case when latest.max_score > 0
		then latest.score >= (a.pass - 1e-9) * latest.max_score else a.pass <= 0 end
from (
	select g.learner_id, g.attempt_id, sum(g.score) as score, sum(g.max_score) as max_score
	from grading g
	where not exists (
		select 1 from grading later
		where later.learner_id = g.learner_id and later.attempt_id = g.attempt_id
			and later.question_id = g.question_id and later.number > g.number
	)
	group by g.learner_id, g.attempt_id
) latest
where a.learner_id = latest.learner_id and a.id = latest.attempt_id and a.submitted_at is not null;
--> statement-breakpoint
update attempt set score = 0, max_score = 0, passed = pass <= 0 where submitted_at is not null and score is null;
--> statement-breakpoint
-- What has been saved of an attempt. Called after its row is locked, it sees what was committed until then: a volatile
-- function takes a snapshot of its own.
create function response_state(learner uuid, wanted uuid) returns text language plpgsql volatile as $$
begin
	return (
		select coalesce(string_agg(r.question_id || ':' || r.revision, ',' order by r.question_id collate "C"), '')
		from response r where r.learner_id = learner and r.attempt_id = wanted
	);
end $$;
--> statement-breakpoint
-- How far a learner has come in a course, as numbers that change with whatever may complete it.
create function learning_state(learner uuid, course text) returns text language plpgsql volatile as $$
begin
	return (
		select concat_ws('/',
			(select count(*) from lesson_completion l where l.learner_id = learner and l.course_id = course),
			(select count(distinct c.question_id) from check_response c
				where c.learner_id = learner and c.course_id = course),
			(select count(*) from attempt a
				where a.learner_id = learner and a.course_id = course and a.submitted_at is not null),
			(select count(*) from attempt a where a.learner_id = learner and a.course_id = course and a.passed),
			(select count(*) from course_completion d where d.learner_id = learner and d.course_id = course))
	);
end $$;
