CREATE TABLE "paper_form" (
	"number" text PRIMARY KEY NOT NULL,
	"together" uuid NOT NULL,
	"course_id" text NOT NULL,
	"version" text NOT NULL,
	"quiz_id" text NOT NULL,
	"locale" text NOT NULL,
	"form" text,
	"seed" text NOT NULL,
	"questions" jsonb NOT NULL,
	"printed_order" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "paper_form" text;--> statement-breakpoint
CREATE INDEX "paper_form_together" ON "paper_form" USING btree ("together");--> statement-breakpoint
CREATE INDEX "paper_form_course" ON "paper_form" USING btree ("course_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_paper" ON "attempt" USING btree ("learner_id","paper_form") WHERE paper_form is not null;--> statement-breakpoint
CREATE INDEX "attempt_paper_form" ON "attempt" USING btree ("paper_form") WHERE paper_form is not null;