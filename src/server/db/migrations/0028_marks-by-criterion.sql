ALTER TABLE "mark" ADD COLUMN "remarks" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "grading_task_claimed" ON "grading_task" USING btree ("claimed_by") WHERE claimed_by is not null;--> statement-breakpoint
CREATE INDEX "mark_grader" ON "mark" USING btree ("grader","marked_at");