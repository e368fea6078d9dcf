import { decidePenaltyReview, type PenaltyReview } from '#contract/penalties.ts'
import type { ApiError } from '#ui/api.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import styles from './penalties.module.css'

/** CP-160: what a person decides about a person, or that nobody is to blame. */
export const DecideDialog = ({ review, onClose }: { review: PenaltyReview; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const decide = useApiMutation(decidePenaltyReview)
  const { id, number, finding, version } = review
  return (
    <FormDialog
      title={t('penalties.decideTitle', { number })}
      intro={t('penalties.decideHint')}
      first={<p className={styles.finding}>{finding}</p>}
      schema={decidePenaltyReview.body}
      initial={{ version, personId: null }}
      fields={{
        personId: { label: t('penalties.person'), widget: 'staff', help: t('penalties.personHelp') },
        decision: { label: t('penalties.decision'), rows: 4 },
      }}
      explain={({ code, field }: ApiError): Record<string, string> =>
        code === 'E_CONFLICT_OF_INTEREST' && field === 'personId' ? { personId: t('penalties.own') } : {}
      }
      submitLabel={t('penalties.decide')}
      onClose={onClose}
      onSubmit={async (body) => {
        // an emptied choice is no person, not an unanswered question
        await decide.mutateAsync({ params: { estateId, id }, body: { ...body, personId: body.personId ?? null } })
        notice.good(t('penalties.saved'))
        onClose()
      }}
    />
  )
}
