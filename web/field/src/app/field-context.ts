import { createContext, useContext } from 'react'
import type { FieldPack } from '#contract/field.ts'
import type { GatePack } from '#contract/goods.ts'
import type { OrderView } from '#contract/orders.ts'
import type { Session, SessionEstate } from '#contract/session.ts'
import type { Act } from '../queue/act.rules.ts'
import type { Who } from '../store/acts.ts'
import type { Draft } from '../store/draft.ts'

/** All that a page needs; it lies on the phone, so it is there without signal. */
export type Field = {
  session: Session
  estate: SessionEstate
  who: Who
  pack: FieldPack
  orders: readonly OrderView[]
  gate: GatePack | undefined
  rules: FieldPack['rules']
  /** When the pack was taken along. */
  savedAt: string
  acts: readonly Act[]
  drafts: readonly Draft[]
  /** An act was added: send it if there is signal. */
  wake: () => void
  /** Asks the server for what is new. */
  refresh: () => Promise<void>
}

const FieldContext = createContext<Field | null>(null)
export const FieldProvider = FieldContext

export const useField = (): Field => {
  const field = useContext(FieldContext)
  if (!field) throw new Error('useField outside the shell')
  return field
}
