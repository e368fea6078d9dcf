import { z } from 'zod'
import { UNIT_KINDS } from '#contract/households.ts'
import { CreateUnit, createUnit } from '#contract/units.ts'
import '#ui/household/fields.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const TOUCHED = ['units', 'estates'] as const
const Missing = z.object({ building: z.string() })

/** A unit in a building that stands; its number may be written in any habit. */
export const NewUnit = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const go = useGo()
  const create = useApiMutation(createUnit, { touches: TOUCHED })
  return (
    <FormDialog
      title={t('unit.newTitle')}
      schema={CreateUnit}
      fields={{
        unitNo: { label: t('unit.no'), help: t('unit.noHelp'), autoFocus: true },
        kind: {
          label: t('unit.kind'),
          widget: 'select',
          options: UNIT_KINDS.map((value) => ({ value, label: t(`unitKind.${value}`) })),
        },
        unitType: { label: t('unit.type') },
        usage: { label: t('unit.usage') },
        areaX100: { label: t('unit.size'), widget: 'area', help: t('unit.sizeHelp') },
        innerAreaX100: { label: t('unit.innerSize'), widget: 'area' },
        handoverDate: { label: t('unit.handover') },
        waterMeter: { label: t('unit.waterMeter') },
        powerMeter: { label: t('unit.powerMeter') },
        remarks: { label: t('unit.remarks'), rows: 2 },
      }}
      columns={2}
      explain={({ code, field, details }) => {
        if (field !== 'unitNo') return {}
        const missing = Missing.safeParse(details)
        if (missing.success) return { unitNo: t('unit.noBuilding', missing.data) }
        return { unitNo: t(code === 'E_DUPLICATE' ? 'unit.taken' : 'unit.noUnreadable') }
      }}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        const unit = await create.mutateAsync({ params: { estateId }, body })
        notice.good(t('units.created', { unit: unit.display }))
        go(`units/${unit.id}`)
      }}
    />
  )
}
