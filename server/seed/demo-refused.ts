import type { Tx } from '#platform/db/tx.ts'
import { demoId } from './demo-id.ts'
import { minutesAfter, type World } from './story.ts'

/** Two looks that could not be taken: the label of another place, and one of another estate. */
const REFUSED = [
  { code: 'E_LABEL_OTHER', place: '3-2-L', by: 'jishu', hoursAgo: 5, field: 'body.labelToken' },
  { code: 'E_LABEL_UNKNOWN', place: 'B1-A区', by: 'baoan', hoursAgo: 27, field: 'body.labelToken' },
] as const

export const seedRefused = async (tx: Tx, { estateId, who, now }: World): Promise<void> => {
  await tx.db
    .insertInto('inspection_refused')
    .values(
      REFUSED.map(({ code, place, by, hoursAgo, field }) => {
        const at = minutesAfter(now, -60 * hoursAgo)
        const id = demoId(`refused look ${place}`)
        const sent = {
          id,
          placeId: demoId(`place ${place}`),
          kind: 'self',
          beganAt: minutesAfter(at, -9),
          endedAt: minutesAfter(at, -2),
          sentAt: at,
          standardId: '00000000-0000-7000-8000-000000000001',
          variantId: null,
          labelToken: 'unknown',
          answers: [
            { itemId: place.endsWith('电梯') ? 'T12-F-01' : 'T05-F-01', answer: 'pass', fileIds: [] },
            { itemId: place.endsWith('电梯') ? 'T12-F-02' : 'T05-F-02', answer: 'pass', fileIds: [] },
          ],
        }
        return {
          estate_id: estateId,
          id: demoId(`refused ${place}`),
          inspection_id: id,
          sent_by: who(by).id,
          received_at: at,
          kind: sent.kind,
          code,
          body: JSON.stringify({ sent, field, details: {} }),
        }
      }),
    )
    .execute()
}
