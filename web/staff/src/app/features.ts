import { BankOutlined, HomeOutlined, ImportOutlined, UserOutlined, AppstoreOutlined, AuditOutlined, BarChartOutlined, CalendarOutlined, CheckSquareOutlined, MailOutlined, SettingOutlined, CustomerServiceOutlined, ToolOutlined, ScheduleOutlined, TeamOutlined, ReadOutlined } from '@ant-design/icons'
import '#ui/pickers/register.tsx'
import type { Feature, Slots } from './feature.ts'

/**
 * Every page of the staff app, one line each, in the order of the navigation:
 * `{ path: 'desk', title: 'nav.desk', need: 'desk.use', nav: { group: 'work', icon: CustomerServiceOutlined, keys: 'g d' },
 *    page: () => import('../features/desk/index.tsx') }`
 */
export const FEATURES: readonly Feature[] = [
  {
    path: 'desk',
    title: 'nav.desk',
    need: 'desk.use',
    nav: { group: 'work', icon: CustomerServiceOutlined, keys: 'g d' },
    page: () => import('../features/desk/index.tsx'),
  },
  {
    path: 'mine',
    title: 'nav.mine',
    need: ['matter.read', 'matter.read_line', 'matter.read_own'],
    nav: { group: 'work', icon: CheckSquareOutlined, keys: 'g m' },
    page: () => import('../features/mine/index.tsx'),
  },
  {
    path: 'board',
    title: 'nav.board',
    need: ['matter.read', 'matter.read_line'],
    nav: { group: 'work', icon: AppstoreOutlined, keys: 'g b' },
    page: () => import('../features/board/index.tsx'),
  },
  {
    path: 'matters/$id',
    title: 'nav.matter',
    need: ['matter.read', 'matter.read_line', 'matter.read_own'],
    under: 'board',
    page: () => import('../features/matter/index.tsx'),
  },
  {
    path: 'orders',
    title: 'nav.orders',
    need: ['order.read', 'order.read_own'],
    nav: { group: 'work', icon: ToolOutlined, keys: 'g o' },
    page: () => import('../features/orders/index.tsx'),
  },
  {
    path: 'orders/$id',
    title: 'nav.order',
    need: ['order.read', 'order.read_own'],
    under: 'orders',
    page: () => import('../features/order/index.tsx'),
  },
  {
    path: 'availability',
    title: 'nav.availability',
    need: 'matter.answer_availability',
    nav: { group: 'work', icon: ScheduleOutlined, keys: 'g a' },
    page: () => import('../features/availability/index.tsx'),
  },
  {
    path: 'dashboard',
    title: 'nav.dashboard',
    need: 'dashboard.read',
    nav: { group: 'manage', icon: BarChartOutlined, keys: 'g t' },
    page: () => import('../features/dashboard/index.tsx'),
  },
  { path: 'missed', title: 'nav.missed', need: 'dashboard.read', under: 'dashboard', page: () => import('../features/missed/index.tsx') },
  {
    path: 'callback-results',
    title: 'nav.callbackResults',
    need: ['matter.callback', 'dashboard.read'],
    under: 'dashboard',
    page: () => import('../features/callback-results/index.tsx'),
  },
  {
    path: 'mustknow',
    title: 'nav.mustknow',
    need: 'mustknow.read',
    nav: { group: 'estate', icon: ReadOutlined },
    page: () => import('../features/mustknow/index.tsx'),
  },
  {
    path: 'duty',
    title: 'nav.duty',
    need: 'duty.read',
    nav: { group: 'manage', icon: ScheduleOutlined },
    page: () => import('../features/duty/index.tsx'),
  },
  {
    path: 'staff',
    title: 'nav.staff',
    need: ['staff.read', 'staff.manage'],
    nav: { group: 'manage', icon: TeamOutlined },
    page: () => import('../features/staff/index.tsx'),
  },
  {
    path: 'calendar',
    title: 'nav.calendar',
    need: 'estate.read',
    nav: { group: 'manage', icon: CalendarOutlined },
    page: () => import('../features/calendar/index.tsx'),
  },
  {
    path: 'settings',
    title: 'nav.settings',
    need: 'settings.read',
    nav: { group: 'manage', icon: SettingOutlined },
    page: () => import('../features/settings/index.tsx'),
  },
  {
    path: 'outbox',
    title: 'nav.outbox',
    need: 'outbox.read',
    nav: { group: 'manage', icon: MailOutlined },
    page: () => import('../features/outbox/index.tsx'),
  },
  {
    path: 'audit',
    title: 'nav.audit',
    need: 'audit.read',
    nav: { group: 'manage', icon: AuditOutlined },
    page: () => import('../features/audit/index.tsx'),
  },
  {
    path: 'units',
    title: 'nav.units',
    need: 'estate.read',
    nav: { group: 'estate', icon: HomeOutlined, keys: 'g u' },
    page: () => import('../features/units/index.tsx'),
  },
  {
    path: 'units/$id',
    title: 'nav.unit',
    need: 'estate.read',
    under: 'units',
    page: () => import('../features/unit/index.tsx'),
  },
  {
    path: 'customers',
    title: 'nav.customers',
    need: 'customer.read',
    nav: { group: 'estate', icon: UserOutlined, keys: 'g c' },
    page: () => import('../features/customers/index.tsx'),
  },
  {
    path: 'customers/$id',
    title: 'nav.customer',
    need: 'customer.read',
    under: 'customers',
    page: () => import('../features/customer/index.tsx'),
  },
  {
    path: 'roster-import',
    title: 'nav.rosterImport',
    need: 'roster.import',
    nav: { group: 'estate', icon: ImportOutlined },
    page: () => import('../features/roster-import/index.tsx'),
  },
  {
    path: 'roster-import/$id',
    title: 'nav.rosterBatch',
    need: 'roster.import',
    under: 'roster-import',
    page: () => import('../features/roster-import/batch.tsx'),
  },
  {
    path: 'estates',
    title: 'nav.estates',
    need: 'estate.edit',
    nav: { group: 'estate', icon: BankOutlined },
    page: () => import('../features/estates/index.tsx'),
  },
]

export const SLOTS: Slots = {
  omnibox: () => import('../features/omnibox/index.tsx'),
  topBar: [() => import('../features/messages/index.tsx')],
  overlay: [() => import('../features/ringing/index.tsx')],
}
