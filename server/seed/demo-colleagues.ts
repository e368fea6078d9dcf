import type { Line, Role } from '#contract/permissions.ts'
import { createAccount, grantRole } from '#contract/staff.ts'
import type { Story } from './story.ts'

type Colleague = { username: string; name: string; role: Role; line?: Line; hired?: number }

/** Colleagues who fill the shifts and speak for their lines; they have no password, so that nobody signs in as them. */
const COLLEAGUES: readonly Colleague[] = [
  { username: 'zhongkong2', name: '冯卫东', role: 'controlCentre' },
  { username: 'zhongkong3', name: '邓小玲', role: 'controlCentre' },
  { username: 'zhongkong4', name: '蒋志远', role: 'controlCentre' },
  { username: 'baoan2', name: '谭勇', role: 'guard', line: 'security' },
  { username: 'baoan3', name: '石磊', role: 'guard', line: 'security' },
  { username: 'baoan4', name: '龙海波', role: 'guard', line: 'security' },
  { username: 'jishu3', name: '梁永康', role: 'technician', line: 'repair' },
  { username: 'jishu4', name: '卢斌', role: 'technician', line: 'repair' },
  { username: 'zhixu', name: '袁刚', role: 'lineLead', line: 'security' },
  { username: 'baojiezhuguan', name: '彭秀英', role: 'lineLead', line: 'cleaning' },
  { username: 'lvhua', name: '贺春林', role: 'lineLead', line: 'greening' },
  // new: looks on at interviews before leading one
  { username: 'xinguanjia', name: '苏婉清', role: 'customerSteward', hired: -25 },
]

const FIRST_NUMBER = 1_101

/** Hired through the accounts of the staff room, before everything else. */
export const hireColleagues = async ({ ask, who, days, estateId }: Story): Promise<void> => {
  const admin = who('admin')
  for (const [i, { username, name, role, line, hired = -100 }] of COLLEAGUES.entries()) {
    const now = days.at(hired, '09:00')
    const account = await ask(now, admin, createAccount, {
      body: { username, staffNo: String(FIRST_NUMBER + i), name },
    })
    await ask(now, admin, grantRole, {
      params: { id: account.id },
      body: { role, estateId, ...(line ? { line } : {}) },
    })
  }
}
