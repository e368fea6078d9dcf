import type { StaffNotice } from '#content/texts/staff-notices.ts'
import { nameTexts } from '#content/usual-names.ts'
import { isSecret } from '#contract/inspection-plans.ts'
import type { Uuid } from '#contract/values.ts'
import { tellStaff } from '#modules/staff/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { NoticeParams } from '#platform/notify/staff-text.ts'

type About = { kind: string; name: string }

/** FD-770: tells these people of a round by its name; of a surprise or mystery visit nobody else finds it in the outbox. */
export const tellOfRound = (
  tx: Tx,
  estateId: Uuid,
  staffIds: Iterable<Uuid>,
  { kind, name }: About,
  notice: { template: StaffNotice; params?: NoticeParams },
): Promise<void> =>
  tellStaff(tx, estateId, staffIds, {
    template: notice.template,
    params: { ...notice.params, name: nameTexts(name) },
    confidential: isSecret(kind),
  })
