CREATE TABLE "attempt_grant" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"quiz_id" text NOT NULL,
	"given_by" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "attempt_grant_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_item" (
	"learner_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"question_id" text NOT NULL,
	"box" integer NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_item_learner_id_course_id_question_id_pk" PRIMARY KEY("learner_id","course_id","question_id")
);
--> statement-breakpoint
CREATE INDEX "attempt_grant_quiz" ON "attempt_grant" USING btree ("learner_id","course_id","quiz_id","at");--> statement-breakpoint
-- Quizzes that were published until now say nothing of waiting and hints: they are given what such a quiz has from now on.
update course_version v set manifest = v.manifest || jsonb_build_object('quizzes', (
	select coalesce(jsonb_object_agg(q.id, jsonb_build_object(
		'retryHours', case when q.entry ->> 'attempts' is null then null else 24 end,
		'hints', q.entry ->> 'kind' <> 'exam'
	) || q.entry), '{}')
	from jsonb_each(v.manifest -> 'quizzes') q (id, entry)
));
--> statement-breakpoint
update attempt set policy = jsonb_build_object(
	'retryHours', case when policy ->> 'attempts' is null then null else 24 end
) || policy;
