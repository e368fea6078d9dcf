import { clockTexts } from '#content/texts/clocks.ts'
import type { Text } from '#content/texts/text.ts'
import type { Tx } from '#platform/db/tx.ts'
import { clockDef } from './clock-defs.ts'
import { type Fired, markBroken, markOverdue, mattersOf, takeSteps, writeClockTimeline } from './sweep.store.ts'
import { tellMany } from './tell-people.ts'

/** How many clocks one transaction carries forward. */
const BATCH = 5_000

/**
 * Carries forward every clock whose next step has come: warnings, breaches (a row, never a computed opinion),
 * escalations. Set-based: one statement finds and moves them, skipping what another process holds. Returns how many;
 * call again until it returns less than a batch. Crash-safe: a step is taken in the transaction that tells of it.
 */
export const sweepClocks = async (tx: Tx, options: { batch?: number } = {}): Promise<number> => {
  const fired = await takeSteps(tx, options.batch ?? BATCH)
  if (fired.length === 0) return 0
  await writeClockTimeline(tx, fired)
  const breached = fired.filter((f) => f.did === 'due')
  await markOverdue(tx, breached)
  await markBroken(tx, breached)
  await tellAll(tx, fired)
  for (const estateId of new Set(fired.map((f) => f.estate_id))) tx.tell({ estateId, topic: 'matters' })
  return fired.length
}

const tellAll = async (tx: Tx, fired: readonly Fired[]) => {
  const byId = new Map((await mattersOf(tx, fired)).map((m) => [m.id, m]))
  await tellMany(
    tx,
    fired.flatMap((f) => {
      const matter = byId.get(f.matter_id)
      if (!matter) return []
      const params = { clock: clockName(f.name) }
      return [{ matter, tells: clockDef(f.name)[f.did].map((to) => ({ to, template: `clock.${f.did}`, params })) }]
    }),
  )
}

const clockName = (name: string): Text | string => {
  const texts: Record<string, Text> = clockTexts
  return texts[`clock.${name}`] ?? name
}
