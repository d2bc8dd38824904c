CREATE TABLE "care" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"carer_id" uuid NOT NULL,
	"how" text NOT NULL,
	"given_by" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"ended_by" text,
	CONSTRAINT "care_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "codes_seen_until" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "care_open" ON "care" USING btree ("learner_id","carer_id") WHERE "care"."until" is null;--> statement-breakpoint
CREATE INDEX "care_carer" ON "care" USING btree ("carer_id") WHERE "care"."until" is null;--> statement-breakpoint
CREATE INDEX "recovery_code_open_of" ON "recovery_code" USING btree ("learner_id") WHERE "recovery_code"."used_at" is null;--> statement-breakpoint
CREATE INDEX "recovery_code_open_by" ON "recovery_code" USING btree ("created_by") WHERE "recovery_code"."used_at" is null;--> statement-breakpoint
-- Sessions in memory hold what their learner may do, and which codes were made for them.
create or replace function tell_learner() returns trigger language plpgsql as $$
begin
	if tg_op = 'INSERT' then
		perform pg_notify('learner', coalesce(to_jsonb(new) ->> 'learner_id', ''));
	else
		perform pg_notify('learner', coalesce(to_jsonb(old) ->> 'learner_id', ''));
	end if;
	return null;
end $$;
--> statement-breakpoint
create trigger role_changed after insert or update or delete on role_grant for each row execute function tell_learner();
--> statement-breakpoint
create trigger code_made after insert on recovery_code for each row execute function tell_learner();
