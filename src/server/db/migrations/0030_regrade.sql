CREATE TABLE "regrade" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" text NOT NULL,
	"question_id" text NOT NULL,
	"way" text NOT NULL,
	"scope" text NOT NULL,
	"keys" jsonb,
	"version" text NOT NULL,
	"key_hash" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"applied_by" text,
	"applied_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "regrade_change" (
	"learner_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"regrade_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"state" text DEFAULT 'listed' NOT NULL,
	"left_because" text,
	"score_before" double precision,
	"score" double precision,
	"max_score_before" double precision,
	"max_score" double precision,
	"passed_before" boolean,
	"passed" boolean,
	"cycle" integer,
	"graded_at" timestamp with time zone,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "regrade_change_learner_id_attempt_id_regrade_id_pk" PRIMARY KEY("learner_id","attempt_id","regrade_id")
);
--> statement-breakpoint
CREATE INDEX "regrade_course" ON "regrade" USING btree ("course_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "regrade_open" ON "regrade" USING btree ("course_id","question_id") WHERE state <> 'applied';--> statement-breakpoint
CREATE INDEX "regrade_change_of" ON "regrade_change" USING btree ("regrade_id","learner_id","attempt_id");--> statement-breakpoint
CREATE INDEX "regrade_change_left" ON "regrade_change" USING btree ("regrade_id","learner_id","attempt_id") WHERE state <> 'done';