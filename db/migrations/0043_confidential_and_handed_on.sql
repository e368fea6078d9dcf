-- FD-770: a message that only its reader and the quality department may find in the outbox
alter table outbox_message add column confidential boolean not null default false;
-- A message does not know its round, but it begins with its name, and what could not be taken came at the same moment. What
-- names a plan or round of a surprise or mystery visit stays with its reader from now on, also what has been released since.
-- A message under a name that no plan and no round has any more stays as it is: nothing tells what it was about.
update outbox_message o set confidential = true
from (select r.estate_id, r.name from inspection_round r where r.kind in ('surprise', 'mystery')
  union select p.estate_id, p.name from inspection_plan p where p.kind in ('surprise', 'mystery')) n
where n.estate_id = o.estate_id and o.channel = 'staff' and o.template in ('inspection.assigned', 'inspection.takenAway',
    'inspection.cancelled', 'inspection.warn', 'inspection.missed', 'inspection.escalated', 'inspection.called')
  and (starts_with(o.body, n.name || '（') or starts_with(o.body, n.name || '：'));
-- of what could not be taken the quality department was told alone when it was a secret
update outbox_message o set confidential = true
where o.channel = 'staff' and o.template = 'inspection.refused' and (
  exists (select from staff_role s where s.staff_id = o.to_id and s.role = 'qualityDept')
  or exists (select from inspection_refused r where r.estate_id = o.estate_id and r.kind in ('surprise', 'mystery')
    and r.received_at = o.created_at));

-- whom the plan named when the round was made: who it was handed on to keeps it for as long as the plan names the same
alter table inspection_round add column planned_assignee_id uuid;
update inspection_round r set planned_assignee_id = case when r.before_ids = '{}' then r.assignee_id else p.assignee_id end
from inspection_plan p where p.estate_id = r.estate_id and p.id = r.plan_id and r.state in ('planned', 'cancelled');
