-- a complaint that cannot be solved for now has a plan; its customer hears of it also after the closing (FD-790)
alter table complaint_case add column improvement_plan text;
alter table complaint_case add column improvement_done_at timestamptz(3);
