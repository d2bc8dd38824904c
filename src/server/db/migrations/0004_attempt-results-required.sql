ALTER TABLE "attempt" ALTER COLUMN "first_exposures" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "attempt" ALTER COLUMN "pass" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "attempt" ALTER COLUMN "policy" SET NOT NULL;