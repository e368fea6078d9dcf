import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'
import type { Effort } from './hand.ts'

const FILE = resolve('docs/usability.md')
const WRITE = process.env.WRITE_USABILITY === '1'

const HEAD = `# What the desk asks of its hands

Counted through the real pages on every run of `web/staff/src/features/desk/desk.browser.test.ts`, from the moment that
is named to the end of the act. The words of the customer, the search and the answer are not counted; every other key
and click is. A chord such as Ctrl + Enter is one press and two keys. A figure that changes fails the test; to write new
ones: `WRITE_USABILITY=1 npm test -- --only browser web/staff/src/features/desk`.

| act | presses | keys | clicks | at most |
|---|---|---|---|---|
`

export type Figure = Effort & { act: string; atMost: string }

const row = ({ act, presses, keys, clicks, atMost }: Figure) => `| ${act} | ${presses} | ${keys} | ${clicks} | ${atMost} |`

/** Holds what was counted against docs/usability.md, or writes it there when asked to. */
export const expectUsability = (figures: readonly Figure[]): void => {
  const now = `${HEAD}${figures.map(row).join('\n')}\n`
  if (WRITE) writeFileSync(FILE, now)
  expect(readFileSync(FILE, 'utf8')).toBe(now)
}
