import { checkStandard, publishStandard, type StandardVersion, withdrawStandard } from '#contract/standards.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useToday } from '#ui/order/order-times.tsx'
import { useApiMutation } from '#ui/query.ts'

type Props = { version: StandardVersion; onClose: () => void }

/** Read and found right, by somebody who has not written in it. */
export const CheckButton = ({ version: { id, version } }: { version: StandardVersion }) => {
  const { t } = useTexts()
  const notice = useNotice()
  const check = useApiMutation(checkStandard, {
    onSuccess: () => notice.good(t('standards.checked')),
    onError: notice.bad,
  })
  return (
    <ConfirmButton
      type="primary"
      question={t('standards.checkQuestion')}
      hint={t('standards.checkHint')}
      confirmLabel={t('standards.check')}
      onConfirm={() => check.mutateAsync({ params: { id }, body: { version } })}
    >
      {t('standards.check')}
    </ConfirmButton>
  )
}

/** From which day on it holds; then it never changes again. */
export const PublishDialog = ({ version, onClose }: Props) => {
  const { t } = useTexts()
  const notice = useNotice()
  const publish = useApiMutation(publishStandard)
  return (
    <FormDialog
      title={t('standards.publishTitle', { number: version.number })}
      intro={t('standards.publishHint')}
      schema={publishStandard.body}
      initial={{ effectiveFrom: useToday(), version: version.version }}
      fields={{ effectiveFrom: { label: t('standardColumn.effectiveFrom'), autoFocus: true } }}
      submitLabel={t('standards.publish')}
      onClose={onClose}
      onSubmit={async (body) => {
        await publish.mutateAsync({ params: { id: version.id }, body })
        notice.good(t('standards.published'))
        onClose()
      }}
    />
  )
}

export const WithdrawDialog = ({ version, onClose }: Props) => {
  const { t } = useTexts()
  const notice = useNotice()
  const withdraw = useApiMutation(withdrawStandard)
  return (
    <FormDialog
      danger
      title={t('standards.withdrawTitle', { number: version.number })}
      schema={withdrawStandard.body}
      initial={{ version: version.version }}
      fields={{ reason: { label: t('standards.reason'), rows: 3, autoFocus: true } }}
      submitLabel={t('standards.withdraw')}
      onClose={onClose}
      onSubmit={async (body) => {
        await withdraw.mutateAsync({ params: { id: version.id }, body })
        notice.good(t('standards.withdrawn'))
        onClose()
      }}
    />
  )
}
