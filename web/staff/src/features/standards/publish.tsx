import type { ReactNode } from 'react'
import type { BodyOf } from '#contract/route.ts'
import { publishStandard, type StandardVersion, withdrawStandard } from '#contract/standards.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useToday } from '#ui/order/order-times.tsx'

type Props<B> = {
  id: StandardVersion['id']
  number: StandardVersion['number']
  version: number
  onSubmit: (body: B) => Promise<unknown>
  onClose: () => void
}

/** Read and found right, by somebody who has not written in it. */
export const CheckButton = ({ onCheck }: { onCheck: () => Promise<unknown> }) => {
  const { t } = useTexts()
  const notice = useNotice()
  return (
    <ConfirmButton
      type="primary"
      question={t('standards.checkQuestion')}
      hint={t('standards.checkHint')}
      confirmLabel={t('standards.check')}
      onConfirm={() =>
        onCheck().then(
          () => notice.good(t('standards.checked')),
          (error) => notice.bad(error),
        )
      }
    >
      {t('standards.check')}
    </ConfirmButton>
  )
}

/** From which day on it holds; then it never changes again. */
export const PublishDialog = ({
  number,
  version,
  warning,
  onSubmit,
  onClose,
}: Props<BodyOf<typeof publishStandard>> & { warning?: ReactNode }) => {
  const { t } = useTexts()
  const notice = useNotice()
  return (
    <FormDialog
      title={t('standards.publishTitle', { number })}
      first={warning}
      intro={t('standards.publishHint')}
      schema={publishStandard.body}
      initial={{ effectiveFrom: useToday(), version }}
      fields={{ effectiveFrom: { label: t('standardColumn.effectiveFrom'), autoFocus: true } }}
      submitLabel={t('standards.publish')}
      onClose={onClose}
      onSubmit={async (body) => {
        await onSubmit(body)
        notice.good(t('standards.published'))
        onClose()
      }}
    />
  )
}

export const WithdrawDialog = ({ id, number, version, onSubmit, onClose }: Props<BodyOf<typeof withdrawStandard>>) => {
  const { t } = useTexts()
  const notice = useNotice()
  return (
    <FormDialog
      danger
      title={t('standards.withdrawTitle', { number })}
      schema={withdrawStandard.body}
      initial={{ version }}
      fields={{ reason: { label: t('standards.reason'), rows: 3, autoFocus: true } }}
      draftKey={`withdraw standard ${id}`}
      submitLabel={t('standards.withdraw')}
      onClose={onClose}
      onSubmit={async (body) => {
        await onSubmit(body)
        notice.good(t('standards.withdrawn'))
        onClose()
      }}
    />
  )
}
