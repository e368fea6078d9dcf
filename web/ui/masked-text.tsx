import { Button } from 'antd'
import { useState } from 'react'
import { useTexts } from './i18n.ts'

/**
 * Personal data as the server masked it. `onUnmask` asks for the plain value (a logged act; the caller asks for the
 * purpose) and the value is forgotten when the component goes.
 */
export const MaskedText = ({
  masked,
  onUnmask,
}: {
  masked: string
  onUnmask?: (() => Promise<string>) | undefined
}) => {
  const { t } = useTexts()
  const [plain, setPlain] = useState<string>()
  const [busy, setBusy] = useState(false)
  if (plain !== undefined) return <span className="w-figures">{plain}</span>
  const show = async () => {
    if (!onUnmask) return
    setBusy(true)
    try {
      setPlain(await onUnmask())
    } catch {
      // Whoever asked has shown why it was refused; the mask stays.
    } finally {
      setBusy(false)
    }
  }
  return (
    <span className="w-figures">
      {masked}
      <span className="w-hidden">{t('masked.label')}</span>
      {onUnmask ? (
        <Button type="link" size="small" loading={busy} onClick={() => void show()}>
          {t('masked.show')}
        </Button>
      ) : null}
    </span>
  )
}
