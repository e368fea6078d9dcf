import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import styles from './inventory.module.css'

/** One note for all that are chosen; each matter gets its own row of it. */
export const SameNote = ({
  count,
  onSave,
  onClear,
}: {
  count: number
  onSave: (text: string) => Promise<boolean>
  onClear: () => void
}) => {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  if (count === 0) return null
  const save = async () => {
    if (!text.trim() || busy) return
    setBusy(true)
    if (await onSave(text.trim())) setText('')
    setBusy(false)
  }
  return (
    <form
      className={`w-card ${styles.same}`}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <span>{t('inventory.chosen', { count })}</span>
      <Input
        className={styles.sameText ?? ''}
        value={text}
        maxLength={1000}
        placeholder={t('inventory.samePlaceholder')}
        aria-label={t('inventory.samePlaceholder')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={busy} disabled={!text.trim()}>
        {t('inventory.sameSave')}
      </Button>
      <Button onClick={onClear}>{t('common.cancel')}</Button>
    </form>
  )
}
