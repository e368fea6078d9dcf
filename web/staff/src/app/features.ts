import type { Feature, Slots } from './feature.ts'

/**
 * Every page of the staff app, one line each, in the order of the navigation:
 * `{ path: 'desk', title: 'nav.desk', need: 'desk.use', nav: { group: 'work', icon: CustomerServiceOutlined, keys: 'g d' },
 *    page: () => import('../features/desk/index.tsx') }`
 */
export const FEATURES: readonly Feature[] = []

export const SLOTS: Slots = { topBar: [], overlay: [] }
