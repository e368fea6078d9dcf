import type { OrderView } from '#contract/orders.ts'
import { useTexts } from '#ui/i18n.ts'
import { GiveUp, useForm } from '../../app/use-form.tsx'
import { PhotoField } from '../../photo/photo-field.tsx'
import type { FormRef } from '../../store/form.ts'
import { Button } from '../../ui/button.tsx'
import { NoteField, Tick } from '../../ui/fields.tsx'
import { Sheet } from '../../ui/sheet.tsx'

type Absent = { cardLeft: boolean; note: string; photoIds: readonly string[] }
const NOTHING: Absent = { cardLeft: false, note: '', photoIds: [] }

/** FD-715: nobody opened; a card is left at the door. */
export const AbsentSheet = ({
  order,
  onDone,
  onClose,
}: {
  order: OrderView
  onDone: (input: Record<string, unknown>, form: FormRef) => Promise<boolean>
  onClose: () => void
}) => {
  const { t } = useTexts()
  const form = useForm<Absent>(`absent:${order.id}`, NOTHING)
  const { cardLeft, note, photoIds } = form.values
  const report = async () => {
    const files = photoIds.map((fileId) => ({ fileId, purpose: 'other' }))
    const input = { cardLeft, files, ...(note.trim() ? { note: note.trim() } : {}) }
    if (await form.settle((ref) => onDone(input, ref))) onClose()
  }
  if (!form.ready) return null
  return (
    <Sheet
      title={t('verb.reportAbsent')}
      onClose={onClose}
      actions={
        <Button kind="main" onClick={() => void report()}>
          {t('verb.reportAbsent')}
        </Button>
      }
    >
      <Tick label={t('field.cardLeft')} checked={cardLeft} onChange={(left) => form.change({ cardLeft: left })} />
      <PhotoField
        label={t('onsite.photo.take')}
        place={order.unit?.display ?? order.place ?? order.number}
        purpose="evidence"
        optional
        {...form.files('photoIds')}
      />
      <NoteField label={t('onsite.note')} optional value={note} onChange={(said) => form.change({ note: said })} />
      <GiveUp form={form} />
    </Sheet>
  )
}
