import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'
import type { Effort } from './hand.ts'

const FILE = resolve('docs/usability.md')
/** `WRITE_USABILITY=1` writes the file instead of only comparing it. */
const WRITE = process.env.WRITE_USABILITY === '1'

const HEAD = [
  '# What the desk asks of its hands',
  '',
  'Counted through the real pages by `web/staff/src/features/desk/desk.browser.test.ts`, on every run. The words of the',
  'customer, of a search and of an answer are not counted; every other key and click is. A chord such as Ctrl + Enter is',
  'one press and two keys. A figure that changes fails the test; new ones are written with',
  '`WRITE_USABILITY=1 npm test -- --only browser web/staff/src/features/desk`.',
  '',
  '| act | presses | keys | clicks | at most |',
  '|---|---|---|---|---|',
]

/** One act of the desk: what it took, and what it may take. */
export type Figure = Effort & { act: string; atMost: string }

const row = ({ act, presses, keys, clicks, atMost }: Figure) =>
  `| ${act} | ${presses} | ${keys} | ${clicks} | ${atMost} |`

/** Holds what was counted against docs/usability.md. */
export const expectUsability = (figures: readonly Figure[]): void => {
  const now = `${[...HEAD, ...figures.map(row)].join('\n')}\n`
  if (WRITE) writeFileSync(FILE, now)
  expect(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '').toBe(now)
}
