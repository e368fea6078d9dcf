import { Button } from 'antd'
import { approveComplaintPublication, markNoPublication, type Publication } from '#contract/complaint-publication.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import styles from './publications.module.css'
import { useShown } from './use-shown.ts'

/** Approving what is saved, or recording that the month has nothing. */
export const Acts = ({
  shown,
  over,
  unsaved,
  onRefused,
}: {
  shown: Publication
  over: boolean
  unsaved: boolean
  onRefused: () => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const notice = useNotice()
  const show = useShown()
  const { month, version, state, items } = shown
  const approve = useApiMutation(approveComplaintPublication, {
    onSuccess: (answer) => {
      show(answer)
      notice.good(t('publication.approved'))
    },
    onError: (error) => {
      notice.bad(error)
      if (error.code === 'E_PERSONAL_DATA') onRefused()
    },
  })
  const none = useApiMutation(markNoPublication, {
    onSuccess: (answer) => {
      show(answer)
      notice.good(t('publication.noneSaved'))
    },
    onError: (error) => notice.bad(error.code === 'E_SHEET_INCOMPLETE' ? t('publication.noneHint') : error),
  })
  const input = { params: { estateId, month }, body: { version } }
  const empty = items === 0 && shown.candidates.length === 0
  const approving = can('complaint.confirm') && !empty
  const why = !over ? t('publication.approveLater') : unsaved ? t('publication.approveSaved') : undefined
  return (
    <>
      {approving && why ? (
        <Button disabled aria-describedby="approve-when">
          {t('publication.approve')}
        </Button>
      ) : null}
      {approving && !why && state === 'draft' ? (
        <ConfirmButton
          type="primary"
          loading={approve.isPending}
          question={t('publication.approveQuestion', { count: items })}
          confirmLabel={t('publication.approve')}
          onConfirm={() => approve.mutateAsync(input)}
        >
          {t('publication.approve')}
        </ConfirmButton>
      ) : null}
      {over && empty && !unsaved && state !== 'none' && can('complaint.report') ? (
        <ConfirmButton
          loading={none.isPending}
          question={t('publication.noneQuestion')}
          confirmLabel={t('publication.none')}
          onConfirm={() => none.mutateAsync(input)}
        >
          {t('publication.none')}
        </ConfirmButton>
      ) : null}
      {approving && why ? (
        <span id="approve-when" className={`w-quiet w-small ${styles.why}`}>
          {why}
        </span>
      ) : null}
    </>
  )
}
