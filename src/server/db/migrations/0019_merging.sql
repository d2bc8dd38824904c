CREATE TABLE "merge" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"guest_id" uuid NOT NULL,
	"session" text NOT NULL,
	"brought" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "merge_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "merge_offer" (
	"learner_id" uuid NOT NULL,
	"session" text NOT NULL,
	"guest_id" uuid NOT NULL,
	"shared" boolean NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "merge_offer_learner_id_session_pk" PRIMARY KEY("learner_id","session")
);
--> statement-breakpoint
CREATE TABLE "merge_row" (
	"learner_id" uuid NOT NULL,
	"merge_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"table" text NOT NULL,
	"gone" jsonb,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "merge_row_learner_id_merge_id_n_pk" PRIMARY KEY("learner_id","merge_id","n")
);
--> statement-breakpoint
CREATE TABLE "merged_guest" (
	"guest_id" uuid PRIMARY KEY NOT NULL,
	"learner_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE INDEX "merge_guest" ON "merge" USING btree ("guest_id");--> statement-breakpoint
CREATE INDEX "merge_offer_until" ON "merge_offer" USING btree ("until");--> statement-breakpoint
CREATE INDEX "merged_guest_learner" ON "merged_guest" USING btree ("learner_id");--> statement-breakpoint
-- Sessions in memory hold whose learning became their learner's.
create trigger guest_merged after insert or update or delete on merged_guest for each row execute function tell_learner();
