-- Complaints: what a merged one takes along, and what ends with it.

-- CP-115, CP-124: a point that came along with a merged complaint still says where it was raised
alter table complaint_point add column origin_id uuid;

-- a draft that nobody owes any more is voided with its reason and stays on the record
alter table complaint_report
  add column voided_at timestamptz(3),
  add column voided_by uuid,
  add column void_reason text constraint complaint_report_void_reason check (void_reason in ('merged', 'notComplaint')),
  add column void_into_id uuid;
alter table complaint_report drop constraint complaint_report_state;
alter table complaint_report add constraint complaint_report_state check (state in ('draft', 'submitted', 'voided'));
update complaint_report r set state = 'voided', voided_at = coalesce(m.closed_at, m.updated_at),
    void_reason = case m.state when 'MERGED' then 'merged' else 'notComplaint' end, void_into_id = m.merged_into_id
  from matter m where m.estate_id = r.estate_id and m.id = r.matter_id and r.state = 'draft' and m.state in ('MERGED', 'NOT_COMPLAINT');
alter table complaint_report add constraint complaint_report_voided check ((state = 'voided') = (voided_at is not null)
  and (voided_at is null) = (void_reason is null) and (void_reason is distinct from 'merged' or void_into_id is not null));
