-- What has been saved of an attempt, and how far its learner has come in the course: all that closing it rests on, in one
-- call. Volatile, so that it sees what was committed until then. `response_state` and `learning_state` stay for servers
-- of the version before.
create function work_state(learner uuid, wanted uuid, course text) returns text language plpgsql volatile as $$
begin
	return (
		select concat_ws('/',
			(select coalesce(string_agg(r.question_id || ':' || r.revision, ',' order by r.question_id collate "C"), '')
				from response r where r.learner_id = learner and r.attempt_id = wanted),
			(select count(*) from lesson_completion l where l.learner_id = learner and l.course_id = course),
			(select count(distinct c.question_id) from check_response c
				where c.learner_id = learner and c.course_id = course),
			(select count(a.submitted_at) || '/' || count(*) filter (where a.passed) from attempt a
				where a.learner_id = learner and a.course_id = course),
			(select count(*) from course_completion d where d.learner_id = learner and d.course_id = course))
	);
end $$;
