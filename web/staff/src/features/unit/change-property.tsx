import { UNIT_KINDS } from '#contract/households.ts'
import { ChangeUnit, changeUnit, getUnit, listUnitHistory, type UnitView } from '#contract/units.ts'
import { call } from '#ui/api.ts'
import { nowMs } from '#ui/clock.ts'
import { ChangeDialog, type Standing } from '#ui/household/change-dialog.tsx'
import { changedSince } from '#ui/household/changed-since.ts'
import '#ui/household/fields.ts'
import { useState } from 'react'
import { sayValue } from '#ui/household/say-value.tsx'
import { LIVES } from '#ui/household/topics.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'

const standingOf = (unit: UnitView): Standing => ({
  version: unit.version,
  values: {
    version: unit.version,
    kind: unit.kind,
    floor: unit.floor,
    unitType: unit.unitType,
    usage: unit.usage,
    areaX100: unit.areaX100,
    innerAreaX100: unit.innerAreaX100,
    handoverDate: unit.handoverDate,
    waterMeter: unit.waterMeter,
    powerMeter: unit.powerMeter,
    remarks: unit.remarks,
    ...(unit.wealth ? { mortgageKind: unit.wealth.mortgageKind, purchaseFen: unit.wealth.purchaseFen } : {}),
  },
})

/** The property's own data; purchase money and mortgage only for those who may see them (FD-730). */
export const ChangeProperty = ({ unit, onClose }: { unit: UnitView; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const notice = useNotice()
  const [openedAt] = useState(nowMs)
  const change = useApiMutation(changeUnit, { touches: LIVES })
  const input = { params: { estateId, id: unit.id } }
  const plain = can('estate.edit')
  return (
    <ChangeDialog
      title={t('unit.editTitle', { unit: unit.display })}
      schema={ChangeUnit}
      patch={ChangeUnit}
      began={standingOf(unit)}
      columns={2}
      fields={{
        ...(plain
          ? {
              kind: {
                label: t('unit.kind'),
                options: UNIT_KINDS.map((value) => ({ value, label: t(`unitKind.${value}`) })),
                span: 2 as const,
              },
              unitType: { label: t('unit.type') },
              usage: { label: t('unit.usage') },
              areaX100: { label: t('unit.size'), widget: 'area', help: t('unit.sizeHelp') },
              innerAreaX100: { label: t('unit.innerSize'), widget: 'area' },
              floor: { label: t('unit.floor') },
              handoverDate: { label: t('unit.handover') },
              waterMeter: { label: t('unit.waterMeter') },
              powerMeter: { label: t('unit.powerMeter') },
              remarks: { label: t('unit.remarks'), rows: 2 },
            }
          : {}),
        ...(unit.wealth
          ? { purchaseFen: { label: t('unit.purchase'), widget: 'money' }, mortgageKind: { label: t('unit.mortgage') } }
          : {}),
      }}
      say={(field, value) => sayValue(t, field, value)}
      send={(changes, version) => change.mutateAsync({ ...input, body: { ...changes, version } })}
      reread={async () => {
        const [now, history] = await Promise.all([
          call(getUnit, input),
          call(listUnitHistory, { ...input, query: { limit: 20 } }).catch(() => ({ rows: [] })),
        ])
        return { ...standingOf(now), by: changedSince(history.rows, 'unit.changed', openedAt) }
      }}
      onDone={() => {
        notice.good(t('unit.saved'))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
