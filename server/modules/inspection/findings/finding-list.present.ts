import { FindingLine, RepeatedFailure } from '#contract/findings.ts'
import { presentLine } from '#modules/matters/index.ts'
import { severityOf } from './finding.store.ts'
import type { FindingListRow, RepeatRow } from './finding-list.store.ts'

const placeOf = (row: { place_id: string; place_code: string; place_name: string }) => ({
  id: row.place_id,
  code: row.place_code,
  name: row.place_name,
})

export const presentFinding = (row: FindingListRow): FindingLine => ({
  ...presentLine(row),
  foundOn: row.found_on,
  place: placeOf(row),
  touchpoint: FindingLine.shape.touchpoint.parse(row.touchpoint),
  itemId: row.item_id,
  statement: { zh: row.statement_zh, en: row.statement_en },
  severity: severityOf(row.severity),
  times: row.times,
  repeat: row.repeat_of !== null,
  failedChecks: row.rectify_attempt,
})

export const presentRepeat = (row: RepeatRow): RepeatedFailure => ({
  place: placeOf(row),
  touchpoint: RepeatedFailure.shape.touchpoint.parse(row.touchpoint),
  itemId: row.item_id,
  statement: { zh: row.statement_zh, en: row.statement_en },
  severity: severityOf(row.severity),
  findings: row.findings,
  times: row.times,
  open: row.open,
  lastFoundOn: row.last_found_on,
})
