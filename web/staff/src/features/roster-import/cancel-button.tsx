import { cancelImport, type ImportBatch } from '#contract/roster-import.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { useShowBatch } from './use-batch.ts'

export const CancelButton = ({ batch }: { batch: ImportBatch }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const show = useShowBatch()
  const cancel = useApiMutation(cancelImport, { onSuccess: show, onError: notice.bad })
  return (
    <ConfirmButton
      danger
      question={t('import.cancelQuestion')}
      hint={t('import.cancelHint')}
      loading={cancel.isPending}
      onConfirm={() => cancel.mutateAsync({ params: { estateId, id: batch.id }, body: { version: batch.version } })}
    >
      {t('import.cancel')}
    </ConfirmButton>
  )
}
