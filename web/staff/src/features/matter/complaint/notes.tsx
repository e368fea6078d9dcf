import { Alert } from 'antd'
import type { ComplaintCase } from '#contract/complaint-case.ts'
import type { MatterView } from '#contract/matters.ts'
import { AgreedWording } from '#ui/complaint/agreed-wording.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'

/** What everybody must see before they speak to the customer: the one wording (CP-028), and that nobody calls (CP-066). */
export const ComplaintNotes = ({ matter, of: c }: { matter: MatterView; of: ComplaintCase }) => {
  const { t } = useTexts()
  return (
    <>
      {matter.flags.includes('noCallbackWish') ? (
        <Alert type="error" showIcon title={t('complaint.noCallback')} role="note" />
      ) : null}
      {matter.flags.includes('aboutNeighbour') ? (
        <Alert type="info" showIcon title={t('complaint.neighbour')} role="note" />
      ) : null}
      {c.unreasonableProposed && matter.open && !matter.flags.includes('unreasonable') ? (
        <Alert
          type="warning"
          showIcon
          role="note"
          title={t('complaint.unreasonableProposed', { name: c.unreasonableProposed.by.name })}
          description={<Instant at={c.unreasonableProposed.at} show="absolute" />}
        />
      ) : null}
      {c.replyNotPossible ? <Alert type="info" showIcon title={t('complaint.replyNotPossible')} role="note" /> : null}
      {c.board ? (
        <Alert
          type="info"
          showIcon
          role="note"
          title={t('complaint.onBoard', { place: c.board.place })}
          description={<Instant at={c.board.at} show="absolute" />}
        />
      ) : null}
      <AgreedWording of={c} />
    </>
  )
}
