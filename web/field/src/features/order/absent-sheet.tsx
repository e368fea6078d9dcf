import { useState } from 'react'
import type { OrderView } from '#contract/orders.ts'
import { newKey } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { PhotoField } from '../../photo/photo-field.tsx'
import { dropFilesOf } from '../../store/files.ts'
import { Button } from '../../ui/button.tsx'
import { NoteField, Tick } from '../../ui/fields.tsx'
import { Sheet } from '../../ui/sheet.tsx'

/** FD-715: nobody opened; a card is left at the door. */
export const AbsentSheet = ({
  order,
  onDone,
  onClose,
}: {
  order: OrderView
  onDone: (input: Record<string, unknown>) => Promise<boolean>
  onClose: () => void
}) => {
  const { t } = useTexts()
  const [ownerId] = useState(newKey)
  const [cardLeft, setCardLeft] = useState(false)
  const [note, setNote] = useState('')
  const [photoIds, setPhotoIds] = useState<readonly string[]>([])
  const close = () => {
    void dropFilesOf(ownerId)
    onClose()
  }
  const report = async () => {
    const files = photoIds.map((fileId) => ({ fileId, purpose: 'other' }))
    if (await onDone({ cardLeft, files, ...(note.trim() ? { note: note.trim() } : {}) })) onClose()
  }
  return (
    <Sheet
      title={t('verb.reportAbsent')}
      onClose={close}
      actions={
        <Button kind="main" onClick={() => void report()}>
          {t('verb.reportAbsent')}
        </Button>
      }
    >
      <Tick label={t('field.cardLeft')} checked={cardLeft} onChange={setCardLeft} />
      <PhotoField
        label={t('onsite.photo.take')}
        place={order.unit?.display ?? order.place ?? order.number}
        ownerId={ownerId}
        purpose="evidence"
        ids={photoIds}
        onAdd={async (id) => setPhotoIds((before) => [...before, id])}
        onDrop={async (id) => setPhotoIds((before) => before.filter((one) => one !== id))}
      />
      <NoteField label={t('onsite.note')} optional value={note} onChange={setNote} />
    </Sheet>
  )
}
