CREATE TABLE "attempt" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"quiz_id" text NOT NULL,
	"version" text NOT NULL,
	"number" integer NOT NULL,
	"seed" text NOT NULL,
	"questions" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"deadline" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"locale" text NOT NULL,
	"target_group" text,
	"place" text,
	"assisted_by" text,
	"channel" text DEFAULT 'web' NOT NULL,
	"device_time" timestamp with time zone,
	CONSTRAINT "attempt_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "catalog_file" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "catalog_file_kind_id_pk" PRIMARY KEY("kind","id")
);
--> statement-breakpoint
CREATE TABLE "certificate" (
	"learner_id" uuid NOT NULL,
	"serial" text NOT NULL,
	"course_id" text NOT NULL,
	"cycle" integer NOT NULL,
	"record" jsonb NOT NULL,
	"hash" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone,
	"client_id" uuid,
	"superseded_by" text,
	"revoked_at" timestamp with time zone,
	"revocation_reason" text,
	CONSTRAINT "certificate_learner_id_serial_pk" PRIMARY KEY("learner_id","serial")
);
--> statement-breakpoint
CREATE TABLE "certificate_serial" (
	"serial" text PRIMARY KEY NOT NULL,
	"learner_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_response" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"version" text NOT NULL,
	"lesson_id" text,
	"question_id" text NOT NULL,
	"key_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	"score" double precision NOT NULL,
	"max_score" double precision NOT NULL,
	"first_exposure" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"locale" text NOT NULL,
	"target_group" text,
	"place" text,
	"assisted_by" text,
	"channel" text DEFAULT 'web' NOT NULL,
	"device_time" timestamp with time zone,
	CONSTRAINT "check_response_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "course_active" (
	"course_id" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"publication_id" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "course_completion" (
	"learner_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"cycle" integer DEFAULT 1 NOT NULL,
	"version" text NOT NULL,
	"completed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "course_completion_learner_id_course_id_cycle_pk" PRIMARY KEY("learner_id","course_id","cycle")
);
--> statement-breakpoint
CREATE TABLE "course_media" (
	"hash" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "course_part" (
	"hash" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "course_version" (
	"course_id" text NOT NULL,
	"version" text NOT NULL,
	"manifest" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "course_version_course_id_version_pk" PRIMARY KEY("course_id","version")
);
--> statement-breakpoint
CREATE TABLE "enrolment" (
	"learner_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"enrolled_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "enrolment_learner_id_course_id_pk" PRIMARY KEY("learner_id","course_id")
);
--> statement-breakpoint
CREATE TABLE "grading" (
	"learner_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"number" integer NOT NULL,
	"key_hash" text NOT NULL,
	"score" double precision NOT NULL,
	"max_score" double precision NOT NULL,
	"correct" text NOT NULL,
	"graded_by" text DEFAULT 'rule' NOT NULL,
	"reason" text DEFAULT 'submission' NOT NULL,
	"graded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grading_learner_id_attempt_id_question_id_number_pk" PRIMARY KEY("learner_id","attempt_id","question_id","number")
);
--> statement-breakpoint
CREATE TABLE "learning_event" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"course_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"item" text,
	"version" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"locale" text NOT NULL,
	"target_group" text,
	"place" text,
	"assisted_by" text,
	"channel" text DEFAULT 'web' NOT NULL,
	"device_time" timestamp with time zone,
	CONSTRAINT "learning_event_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "lesson_completion" (
	"learner_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"version" text NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "lesson_completion_learner_id_course_id_lesson_id_pk" PRIMARY KEY("learner_id","course_id","lesson_id")
);
--> statement-breakpoint
CREATE TABLE "login" (
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"learner_id" uuid NOT NULL,
	"shown" text NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "login_kind_subject_pk" PRIMARY KEY("kind","subject")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"learner_id" uuid PRIMARY KEY NOT NULL,
	"display_name" text,
	"locale" text NOT NULL,
	"target_group" text,
	"place" text,
	"birth_year" integer,
	"preferences" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"id" uuid PRIMARY KEY NOT NULL,
	"courses" jsonb NOT NULL,
	"by" text NOT NULL,
	"note" text,
	"source" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication_source" (
	"folder" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"subject" text NOT NULL,
	"code_hash" text NOT NULL,
	"learner_id" uuid NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_code_subject_code_hash_pk" PRIMARY KEY("subject","code_hash")
);
--> statement-breakpoint
CREATE TABLE "response" (
	"learner_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"key_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	"revision" bigint NOT NULL,
	"first_exposure" boolean NOT NULL,
	"first_saved_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"locale" text NOT NULL,
	"target_group" text,
	"place" text,
	"assisted_by" text,
	"channel" text DEFAULT 'web' NOT NULL,
	"device_time" timestamp with time zone,
	CONSTRAINT "response_learner_id_attempt_id_question_id_pk" PRIMARY KEY("learner_id","attempt_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"scope" text,
	"valid_from" timestamp with time zone DEFAULT now() NOT NULL,
	"valid_until" timestamp with time zone,
	"granted_by" text NOT NULL,
	CONSTRAINT "role_grant_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"learner_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_learner_id_person_learner_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."person"("learner_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_number" ON "attempt" USING btree ("learner_id","course_id","quiz_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_open" ON "attempt" USING btree ("learner_id","course_id","quiz_id") WHERE submitted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_in_force" ON "certificate" USING btree ("learner_id","course_id","cycle") WHERE superseded_by is null;--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_client" ON "certificate" USING btree ("learner_id","client_id");--> statement-breakpoint
CREATE INDEX "check_response_question" ON "check_response" USING btree ("learner_id","course_id","question_id");--> statement-breakpoint
CREATE INDEX "learning_event_course" ON "learning_event" USING btree ("learner_id","course_id","type");--> statement-breakpoint
CREATE INDEX "login_learner" ON "login" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "role_grant_role" ON "role_grant" USING btree ("role");--> statement-breakpoint
CREATE INDEX "session_learner" ON "session" USING btree ("learner_id");