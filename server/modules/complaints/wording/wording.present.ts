import { WordingTopic } from '#contract/complaint-wordings.ts'
import type { WordingRow } from './wording.store.ts'

const { codes: Codes, touchpoint: TouchpointOrNone } = WordingTopic.shape

export const presentWording = (row: WordingRow): WordingTopic => ({
  id: row.id,
  title: row.title,
  text: row.text,
  codes: Codes.parse(row.codes),
  touchpoint: TouchpointOrNone.parse(row.touchpoint),
  building: row.building_id === null ? null : { id: row.building_id, name: row.building_name ?? '' },
  overlaps: row.overlaps,
  approvedBy: { id: row.approved_by, name: row.approved_name ?? '' },
  approvedAt: row.approved_at,
  endedBy: row.ended_by === null ? null : { id: row.ended_by, name: row.ended_name ?? '' },
  endedAt: row.ended_at,
  version: row.version,
})
