ALTER TABLE "attempt_grant" ADD COLUMN "attempts" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempt_grant" ADD COLUMN "minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempt_grant" ADD COLUMN "closes" timestamp with time zone;