ALTER TABLE "attempt" ADD COLUMN "items" text[];--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "item_seconds" integer[];--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "rushed" boolean;--> statement-breakpoint
CREATE INDEX "attempt_quiz" ON "attempt" USING btree ("course_id","quiz_id");--> statement-breakpoint
CREATE INDEX "attempt_untold" ON "attempt" USING btree ("course_id","quiz_id") WHERE submitted_at is not null and items is null;--> statement-breakpoint
-- Whatever adds a grading to one that there is already: what statistics keep of the attempt is told anew.
create function untell_items() returns trigger language plpgsql as $$
begin
	update attempt set items = null where learner_id = new.learner_id and id = new.attempt_id and items is not null;
	return null;
end $$;--> statement-breakpoint
create trigger graded_again after insert on grading for each row when (new.number > 1) execute function untell_items();
