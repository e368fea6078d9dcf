import type { Line, Role } from '#contract/permissions.ts'

export const DEMO_PASSWORD = 'wuyou2026'

export type DemoAccount = { username: string; name: string; role: Role; line?: Line; companyWide?: true }

/** One account per role; the demo estate only. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: 'qiantai', name: '林晓雨', role: 'frontDeskClerk' },
  { username: 'qiantai2', name: '周文静', role: 'frontDeskClerk' },
  { username: 'qiantaizhang', name: '许佳', role: 'frontDeskLead' },
  { username: 'kefuzhuguan', name: '陈立群', role: 'csLead' },
  { username: 'zhuren', name: '王建国', role: 'centreHead' },
  { username: 'gongcheng', name: '赵志刚', role: 'repairLead', line: 'repair' },
  { username: 'jishu', name: '刘伟', role: 'technician', line: 'repair' },
  { username: 'jishu2', name: '孙强', role: 'technician', line: 'repair' },
  { username: 'jiazheng', name: '何秀兰', role: 'housekeepingLead', line: 'housekeeping' },
  { username: 'baojie', name: '吴桂香', role: 'cleaner', line: 'cleaning' },
  { username: 'baoan', name: '马超', role: 'guard', line: 'security' },
  { username: 'guanjia', name: '张敏', role: 'areaSteward' },
  { username: 'zhongkong', name: '郑海', role: 'controlCentre' },
  { username: 'shoufei', name: '黄丽', role: 'feeClerk' },
  { username: 'dangan', name: '唐悦', role: 'archiveClerk' },
  { username: 'heshi', name: '曹颖', role: 'complaintVerifier' },
  { username: 'pinzhi', name: '罗毅', role: 'qualityDept', companyWide: true },
  { username: 'lingdao', name: '高明', role: 'companyLeader', companyWide: true },
  { username: 'gongyingshang', name: '安捷家电维修', role: 'provider', line: 'repair' },
  { username: 'admin', name: '系统管理员', role: 'systemAdmin', companyWide: true },
]
