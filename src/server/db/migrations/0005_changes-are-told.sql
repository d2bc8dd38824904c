-- Every process keeps sessions in memory for a while; whatever changes whose they are is told to all, as the learner's id.
create function tell_learner() returns trigger language plpgsql as $$
begin
	perform pg_notify('learner', coalesce(to_jsonb(old) ->> 'learner_id', ''));
	return null;
end $$;
--> statement-breakpoint
create trigger session_ended after delete on session for each row execute function tell_learner();
--> statement-breakpoint
create trigger person_changed after update or delete on person for each row execute function tell_learner();
