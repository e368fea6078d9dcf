import { Button, type ButtonProps, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from './i18n.ts'

/** A button whose act is asked about once more. `onConfirm` may take its time; the question waits for it. */
export const ConfirmButton = ({
  question,
  hint,
  confirmLabel,
  onConfirm,
  danger = false,
  children,
  ...button
}: Omit<ButtonProps, 'onClick'> & {
  question: ReactNode
  hint?: ReactNode
  confirmLabel?: string
  onConfirm: () => unknown
}) => {
  const { t } = useTexts()
  return (
    <Popconfirm
      title={question}
      description={hint}
      okText={confirmLabel ?? t('common.confirm')}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger }}
      onConfirm={() => Promise.resolve(onConfirm()).catch(() => undefined)}
    >
      <Button danger={danger} {...button}>
        {children}
      </Button>
    </Popconfirm>
  )
}
