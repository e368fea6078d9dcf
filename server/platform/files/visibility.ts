import type { Selectable } from 'kysely'
import type { DB } from '#platform/db/tables.ts'
import type { Actor } from '../auth/actor.ts'
import type { Tx } from '../db/tx.ts'

export type FileRow = Selectable<DB['file']>
type Rule = (tx: Tx, actor: Actor, file: FileRow) => Promise<boolean>

const rules: Rule[] = []

/** A room says who may see the files that belong to its things; one yes is enough. */
export const declareFileRule = (rule: Rule): void => {
  rules.push(rule)
}

/** The one who uploaded it, and whoever may see what it belongs to. */
export const maySeeFile = async (tx: Tx, actor: Actor, file: FileRow): Promise<boolean> => {
  if (file.uploaded_by === actor.id) return true
  for (const rule of rules) if (await rule(tx, actor, file)) return true
  return false
}
