import { ComplaintLine } from '#contract/complaint-list.ts'
import { presentLine } from '#modules/matters/index.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import type { ComplaintRow } from './complaint-list.store.ts'

const { categoryInitial, categoryFinal, secondaryCategory, factor, factorSub, grade, volume } = ComplaintLine.shape

export const presentComplaint = (row: ComplaintRow): ComplaintLine => ({
  ...presentLine(row),
  receivedOn: row.received_on,
  categoryInitial: categoryInitial.parse(row.category_initial),
  categoryFinal: categoryFinal.parse(row.category_final),
  secondaryCategory: secondaryCategory.parse(row.secondary_category),
  factor: factor.parse(row.factor),
  factorSub: factorSub.parse(row.factor_sub),
  building: row.building_id === null ? null : { id: row.building_id, name: row.building_name ?? '' },
  touchpoint: row.touchpoint,
  persons: row.persons,
  times: row.times,
  counted: row.counted,
  notCountedReason: row.not_counted_reason,
  grade: grade.parse(row.grade),
  volume: volume.parse(row.volume),
  hotAt: row.hot_at,
  majorAt: row.major_at,
  escalatedAt: row.escalated_at,
  claimFen: row.claim_fen,
  replyDueAt: row.reply_due_at,
  firstReplyAt: row.first_reply_at,
  replyLate: row.reply_late,
  replyNotPossible: row.reply_not_possible,
  reopenedCount: row.reopened_count,
  contactPhone: maskPhone(row.contact_phone),
})
