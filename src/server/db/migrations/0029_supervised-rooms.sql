CREATE TABLE "incident" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"noted_by" uuid NOT NULL,
	"text" text NOT NULL,
	"unseen" boolean DEFAULT false NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "incident_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "room" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"course_id" text NOT NULL,
	"quiz_id" text NOT NULL,
	"name" text NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "room_extension" (
	"room_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"attempt_id" uuid,
	"given_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "room_extension_room_id_id_pk" PRIMARY KEY("room_id","id")
);
--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "room_id" uuid;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "supervised" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "incident_attempt" ON "incident" USING btree ("learner_id","attempt_id");--> statement-breakpoint
CREATE INDEX "incident_room" ON "incident" USING btree ("room_id");--> statement-breakpoint
CREATE UNIQUE INDEX "room_code" ON "room" USING btree ("code") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "room_of" ON "room" USING btree ("opened_by","opened_at");--> statement-breakpoint
CREATE INDEX "room_quiz" ON "room" USING btree ("course_id","quiz_id","code");--> statement-breakpoint
CREATE INDEX "attempt_room" ON "attempt" USING btree ("room_id") WHERE room_id is not null;