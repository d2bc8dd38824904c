ALTER TABLE "grading" ALTER COLUMN "correct" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "first_exposures" jsonb;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "pass" double precision;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "policy" jsonb;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "score" double precision;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "max_score" double precision;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "passed" boolean;--> statement-breakpoint
CREATE INDEX "attempt_deadline" ON "attempt" USING btree ("deadline") WHERE submitted_at is null;