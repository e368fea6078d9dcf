import type { PickLine, StaffLine } from '#contract/staff.ts'
import type { PickRow, StaffRow } from './staff.store.ts'

export const presentStaff = (row: StaffRow): StaffLine => ({
  id: row.id,
  name: row.name,
  staffNo: row.staff_no,
  phone: row.phone,
  provider: row.provider,
  active: row.active,
  affairOfficer: row.affair_officer,
  roles: row.roles as StaffLine['roles'],
  lines: row.lines as StaffLine['lines'],
  version: row.version,
})

export const presentPick = (row: PickRow): PickLine => {
  const { active: _active, version: _version, ...person } = presentStaff(row)
  return {
    ...person,
    onDuty: row.duty_post === null || row.duty_until === null ? null : { post: row.duty_post, until: row.duty_until },
  }
}
