CREATE TABLE "stored_file" (
	"hash" text PRIMARY KEY NOT NULL,
	"stored_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"type" text NOT NULL,
	"hash" text NOT NULL,
	"small_hash" text,
	"bytes" integer NOT NULL,
	"width" integer,
	"height" integer,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "upload_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE INDEX "stored_file_at" ON "stored_file" USING btree ("stored_at");--> statement-breakpoint
CREATE INDEX "upload_attempt" ON "upload" USING btree ("learner_id","attempt_id");--> statement-breakpoint
CREATE INDEX "upload_hash" ON "upload" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "upload_small" ON "upload" USING btree ("small_hash");--> statement-breakpoint
CREATE INDEX "upload_at" ON "upload" USING btree ("uploaded_at");