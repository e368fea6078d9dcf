-- when it was last said that a condition is still open: the time at which that was due, whenever the sweep came by
alter table condition_call add column reminded_at timestamptz(3);
