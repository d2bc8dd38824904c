CREATE TABLE "voucher" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"given_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "voucher_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"free_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "voucher_course" ON "voucher" USING btree ("learner_id","course_id","at");--> statement-breakpoint
CREATE INDEX "rate_limit_free" ON "rate_limit" USING btree ("free_at");