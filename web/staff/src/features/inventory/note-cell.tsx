import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { InventoryItem } from '#contract/inventory.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import styles from './inventory.module.css'
import { dropTyped, readTyped, writeTyped } from './typed.ts'

/** The note of the day, written where it stands: Enter saves and goes on. What is typed outlives a reload. */
export const NoteCell = ({
  item,
  date,
  focused,
  locked,
  onSave,
}: {
  item: InventoryItem
  date: string
  /** The cursor is to come here. */
  focused: boolean
  locked: boolean
  onSave: (text: string) => Promise<boolean>
}) => {
  const { t } = useTexts()
  const key = `${date} ${item.matterId}`
  const [text, setText] = useState(() => readTyped(key))
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const input = useRef<InputRef>(null)
  useEffect(() => {
    if (!focused) return
    setOpen(true)
    const timer = setTimeout(() => {
      input.current?.focus()
      input.current?.input?.scrollIntoView({ block: 'nearest' })
    })
    return () => clearTimeout(timer)
  }, [focused])
  const writing = !locked && (open || !item.note || text !== '')
  const save = async () => {
    if (text.trim() === '' || busy) return
    setBusy(true)
    if (await onSave(text.trim())) {
      dropTyped(key)
      setText('')
      setOpen(false)
    }
    setBusy(false)
  }
  return (
    <div className={styles.noteCell}>
      {item.note ? (
        <p>
          {item.note}{' '}
          <span className="w-faint w-small">
            {item.notedBy} {item.notedAt ? <Instant at={item.notedAt} /> : null}
          </span>
          {locked || writing ? null : (
            <Button type="link" size="small" onClick={() => setOpen(true)}>
              {t('inventory.noteAgain')}
            </Button>
          )}
        </p>
      ) : locked ? (
        <span className="w-quiet">—</span>
      ) : null}
      {writing ? (
        <Input
          ref={input}
          value={text}
          maxLength={1000}
          disabled={busy}
          placeholder={t('inventory.notePlaceholder')}
          aria-label={t('inventory.noteOf', { number: item.number })}
          onChange={(event) => {
            setText(event.target.value)
            writeTyped(key, event.target.value)
          }}
          onPressEnter={(event) => {
            // Enter also ends a Chinese word that is being composed.
            if (!event.nativeEvent.isComposing) void save()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setOpen(false)
          }}
        />
      ) : null}
    </div>
  )
}
