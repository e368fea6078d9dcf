import { AppstoreOutlined, CheckSquareOutlined } from '@ant-design/icons'
import type { Feature, Slots } from './feature.ts'

/**
 * Every page of the staff app, one line each, in the order of the navigation:
 * `{ path: 'desk', title: 'nav.desk', need: 'desk.use', nav: { group: 'work', icon: CustomerServiceOutlined, keys: 'g d' },
 *    page: () => import('../features/desk/index.tsx') }`
 */
export const FEATURES: readonly Feature[] = [
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
]

export const SLOTS: Slots = { topBar: [], overlay: [] }
