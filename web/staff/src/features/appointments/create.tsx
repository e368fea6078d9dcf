import { CreateAppointment, createAppointment } from '#contract/desk.ts'
import { SchemaForm } from '#ui/form/schema-form.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Sheet } from '#ui/moves/sheet.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

/** FD-018: what cannot be done today gets a reason and a day. */
export const Create = ({ date, onClose }: { date: string; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const create = useApiMutation(createAppointment, { touches: ['queue', 'desk', 'matters'] })
  return (
    <Sheet title={t('appointments.create')} onClose={onClose} width={640}>
      <SchemaForm
        schema={CreateAppointment}
        draftKey="appointment"
        columns={2}
        initial={{ date }}
        fields={{
          what: { label: t('appointments.what'), placeholder: t('appointments.whatHint'), span: 2, autoFocus: true },
          reason: { label: t('appointments.reason'), placeholder: t('appointments.reasonHint'), rows: 2 },
          date: { label: t('appointments.date') },
          time: { label: t('appointments.time'), help: t('appointments.timeHint') },
          customerId: { label: t('field.customerId'), widget: 'customer' },
          customerName: { label: t('field.customerName'), help: t('appointments.whoHint') },
          contactPhone: { label: t('field.contactPhone') },
          unitId: { label: t('field.unitId'), widget: 'unit' },
          matterId: { label: t('appointments.matter'), widget: 'matter', span: 2 },
        }}
        submitLabel={t('appointments.book')}
        onCancel={onClose}
        onSubmit={async (body) => {
          const made = await create.mutateAsync({ params: { estateId }, body })
          notice.good(t('appointments.booked', { what: made.what, date: made.date, time: made.time ?? '' }))
          onClose()
        }}
      />
    </Sheet>
  )
}
