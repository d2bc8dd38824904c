-- Sessions in memory hold who looks after their learner.
create trigger care_changed after insert or update or delete on care for each row execute function tell_learner();
