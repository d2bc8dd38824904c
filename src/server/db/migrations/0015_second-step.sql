CREATE TABLE "backup_code" (
	"learner_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "backup_code_learner_id_code_hash_pk" PRIMARY KEY("learner_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "second_step" (
	"learner_id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"since" timestamp with time zone,
	"used_step" bigint DEFAULT 0 NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"tries_since" timestamp with time zone
);
--> statement-breakpoint
-- Sessions in memory hold whether their learner signs in by two steps.
create trigger second_step_changed after insert or update or delete on second_step for each row execute function tell_learner();
