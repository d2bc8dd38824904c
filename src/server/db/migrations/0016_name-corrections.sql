CREATE TABLE "name_correction" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"cycle" integer NOT NULL,
	"serial" text NOT NULL,
	"wanted" text NOT NULL,
	"reason" text,
	"because" text NOT NULL,
	"client_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"why" text,
	CONSTRAINT "name_correction_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "corrected_by" text;--> statement-breakpoint
CREATE UNIQUE INDEX "name_correction_open" ON "name_correction" USING btree ("learner_id","course_id","cycle") WHERE outcome is null;--> statement-breakpoint
CREATE UNIQUE INDEX "name_correction_client" ON "name_correction" USING btree ("learner_id","client_id");--> statement-breakpoint
CREATE INDEX "name_correction_waiting" ON "name_correction" USING btree ("asked_at") WHERE outcome is null;--> statement-breakpoint
-- Until now every correction was made by the holder.
update certificate set corrected_by = 'holder'
where exists (
	select 1 from certificate before
	where before.learner_id = certificate.learner_id and before.superseded_by = certificate.serial
);
