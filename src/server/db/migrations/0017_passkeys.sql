CREATE TABLE "passkey" (
	"learner_id" uuid NOT NULL,
	"id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb NOT NULL,
	"device" text,
	"since" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "passkey_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "passkey_id" ON "passkey" USING btree ("id");