/**
 * What a person may do, and which role may do it (spec: roles.md; segregation of duties SD-1…SD-13).
 * A permission is held in an estate; a company-wide role holds it in every estate of its company.
 */
export const PERMISSIONS = [
  // the desk
  'desk.use',
  'queue.use',
  'inventory.sign',
  'inventory.read',
  'line_report.send',
  'mustknow.read',
  'mustknow.edit',
  // matters
  'matter.register',
  'matter.read',
  'matter.read_line',
  'matter.read_own',
  'matter.write',
  'matter.dispatch',
  'matter.answer_availability',
  'matter.execute',
  'matter.accept_result',
  'matter.callback',
  'matter.close',
  'matter.escalate',
  'matter.give_resources',
  'matter.assign_dedicated',
  'matter.transfer_owner',
  'matter.merge',
  'matter.reopen',
  'matter.export',
  // complaints
  'complaint.handle',
  // work orders
  'order.read',
  'order.read_own',
  'order.assign',
  'order.execute',
  'order.quote',
  'order.approve_spending',
  // estate and customers
  'estate.read',
  'estate.edit',
  'customer.read',
  'customer.edit',
  'customer.unmask',
  'customer.export',
  'customer.wealth',
  'roster.import',
  // staff
  'staff.read',
  'staff.manage',
  'duty.read',
  'duty.edit',
  'handover.use',
  // running it
  'settings.read',
  'settings.edit',
  'calendar.edit',
  'outbox.read',
  'outbox.edit',
  'audit.read',
  'dashboard.read',
  'dashboard.company',
  'file.upload',
  'call.ring',
] as const
export type Permission = (typeof PERMISSIONS)[number]

const everyone = ['estate.read', 'matter.register', 'mustknow.read', 'file.upload'] as const
const deskWork = [
  ...everyone,
  'desk.use',
  'queue.use',
  'inventory.read',
  'matter.read',
  'matter.write',
  'matter.dispatch',
  'matter.accept_result',
  'matter.callback',
  'matter.close',
  'matter.escalate',
  'matter.reopen',
  'matter.export',
  'order.read',
  'order.assign',
  'customer.read',
  'customer.edit',
  'customer.unmask',
  'staff.read',
  'duty.read',
  'handover.use',
  'dashboard.read',
] as const
const areaWork = [
  ...everyone,
  'matter.read',
  'matter.write',
  'matter.callback',
  'matter.accept_result',
  'customer.read',
  'customer.edit',
  'duty.read',
  'staff.read',
  'handover.use',
] as const
const fieldWork = [...everyone, 'matter.read_own', 'order.read_own', 'order.execute', 'matter.execute', 'duty.read'] as const
const leadWork = [
  ...fieldWork,
  'matter.read_line',
  'matter.write',
  'matter.answer_availability',
  'order.read',
  'order.assign',
  'order.quote',
  'line_report.send',
  'staff.read',
  'handover.use',
  'dashboard.read',
] as const
const headWork = [
  ...deskWork,
  'inventory.sign',
  'matter.give_resources',
  'matter.assign_dedicated',
  'matter.transfer_owner',
  'matter.merge',
  'complaint.handle',
  'order.approve_spending',
  'mustknow.edit',
  'customer.export',
  'roster.import',
  'estate.edit',
  'duty.edit',
  'settings.read',
  'settings.edit',
  'calendar.edit',
  'outbox.read',
  'outbox.edit',
] as const

/** The roles of roles.md. `provider`, `developerCentre` and others outside the company are roles too. */
export const ROLES = {
  frontDeskClerk: [...deskWork, 'inventory.sign'],
  feeClerk: [...everyone, 'desk.use', 'customer.read', 'matter.read', 'matter.write', 'handover.use', 'duty.read'],
  frontDeskLead: [...deskWork, 'inventory.sign', 'mustknow.edit', 'duty.edit', 'outbox.read', 'outbox.edit'],
  customerAssistant: [...deskWork, 'inventory.sign'],
  receptionist: [...everyone, 'desk.use', 'queue.use', 'matter.write', 'customer.read', 'duty.read'],
  housingAdmin: [...everyone, 'estate.edit', 'customer.read', 'customer.edit', 'matter.read', 'roster.import'],
  archiveClerk: [...everyone, 'customer.read', 'customer.edit', 'customer.unmask', 'customer.export', 'customer.wealth', 'roster.import', 'mustknow.edit'],
  areaSteward: [...areaWork],
  affairsAssistant: [...areaWork],
  customerSteward: [...areaWork],
  customerAdmin: [...areaWork],
  csLead: [...headWork, 'customer.wealth'],
  shiftLead: [...everyone, 'desk.use', 'queue.use', 'matter.read', 'matter.write', 'handover.use', 'duty.read', 'staff.read'],
  centreHead: [...headWork, 'audit.read'],
  projectManager: [...headWork, 'audit.read'],
  managerAssistant: [...everyone, 'matter.read', 'matter.write', 'customer.read', 'dashboard.read', 'duty.read', 'staff.read'],
  lineLead: [...leadWork],
  repairLead: [...leadWork],
  housekeepingLead: [...leadWork],
  technician: [...fieldWork, 'order.quote'],
  renovationReviewer: [...everyone, 'matter.read_own', 'customer.read'],
  renovationInspector: [...everyone, 'matter.read_own', 'customer.read'],
  shopLead: [...everyone, 'matter.read_own', 'customer.read'],
  guard: [...everyone, 'matter.read_own', 'duty.read', 'matter.execute', 'order.read_own', 'order.execute'],
  controlCentre: [...everyone, 'desk.use', 'queue.use', 'matter.read', 'matter.write', 'matter.dispatch', 'customer.read', 'duty.read', 'handover.use', 'call.ring'],
  cleaner: [...fieldWork],
  cashier: [...everyone, 'customer.read'],
  finance: [...everyone, 'customer.read'],
  infoClerk: [...everyone, 'estate.edit', 'customer.read', 'customer.edit', 'roster.import'],
  cultureLead: [...everyone, 'customer.read', 'matter.read_own'],
  qualityDept: [...everyone, 'matter.read', 'matter.write', 'matter.callback', 'matter.export', 'complaint.handle', 'inventory.read', 'dashboard.read', 'dashboard.company', 'customer.read', 'staff.read', 'duty.read', 'outbox.read', 'settings.read'],
  companyLeader: [...everyone, 'matter.read', 'dashboard.read', 'dashboard.company', 'staff.read'],
  complaintVerifier: [...everyone, 'matter.read', 'matter.write', 'matter.merge', 'matter.export', 'customer.read', 'dashboard.read'],
  developerCentre: ['matter.read_own'],
  developerEngineer: ['matter.read_own', 'order.read_own', 'order.execute'],
  provider: ['order.read_own', 'order.execute', 'file.upload'],
  pressOffice: [...everyone, 'matter.read_own'],
  /** SD-13: manages users, has no business rights. */
  systemAdmin: ['estate.read', 'estate.edit', 'staff.read', 'staff.manage', 'settings.read', 'settings.edit', 'calendar.edit', 'audit.read', 'outbox.read'],
  /** A machine account of a telephone exchange: it may ring and nothing else. */
  telephony: ['call.ring'],
} as const satisfies Record<string, readonly Permission[]>
export type Role = keyof typeof ROLES
export const ROLE_CODES = Object.keys(ROLES) as [Role, ...Role[]]

/** Roles whose accounts need a second factor; a setting of the company with this default. */
export const SECOND_FACTOR_ROLES: readonly Role[] = ['systemAdmin', 'qualityDept', 'companyLeader', 'centreHead', 'finance']

/** Lines of business (业务线). */
export const LINES = ['customerService', 'repair', 'housekeeping', 'cleaning', 'greening', 'security', 'finance'] as const
export type Line = (typeof LINES)[number]

export const permissionsOf = (roles: Iterable<Role>): ReadonlySet<Permission> => {
  const held = new Set<Permission>()
  for (const role of roles) for (const permission of ROLES[role]) held.add(permission)
  return held
}
