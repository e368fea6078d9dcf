import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The modules in calling order, from the one list in server/modules.ts. Read as text, because what checks or extends
 * the tree must work while the tree does not load. Throws when the list is not there.
 */
export function readModuleOrder(root: string): string[] {
  const source = readFileSync(join(root, 'server/modules.ts'), 'utf8')
  const list = /export const MODULES = \[([^\]]*)\]/.exec(source)?.[1] ?? ''
  const names = [...list.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name ?? '')
  if (names.length === 0) throw new Error('server/modules.ts has no list `export const MODULES = [ … ]`')
  return names
}
