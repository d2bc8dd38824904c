CREATE TABLE "grading_task" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"learner_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"course_id" text NOT NULL,
	"quiz_id" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waits' NOT NULL,
	"graded_at" timestamp with time zone,
	"claimed_by" text,
	"claimed_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mark" (
	"learner_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"number" integer NOT NULL,
	"grader" text NOT NULL,
	"points" jsonb NOT NULL,
	"comment" text NOT NULL,
	"seen" integer NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mark_learner_id_attempt_id_question_id_number_pk" PRIMARY KEY("learner_id","attempt_id","question_id","number")
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"hash" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "upload_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "waiting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "grading_task_answer" ON "grading_task" USING btree ("learner_id","attempt_id","question_id");--> statement-breakpoint
CREATE INDEX "grading_task_open" ON "grading_task" USING btree ("course_id","since") WHERE graded_at is null;--> statement-breakpoint
CREATE INDEX "grading_task_graded" ON "grading_task" USING btree ("course_id","graded_at");--> statement-breakpoint
CREATE INDEX "upload_hash" ON "upload" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "upload_at" ON "upload" USING btree ("uploaded_at");