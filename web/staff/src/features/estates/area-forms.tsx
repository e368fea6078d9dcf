import {
  type AreaView,
  type BuildingLine,
  ChangeArea,
  CreateArea,
  changeArea,
  createArea,
  listAreas,
  listBuildings,
} from '#contract/estate.ts'
import { text } from '#contract/values.ts'
import type { ApiError } from '#ui/api.ts'
import { call } from '#ui/api.ts'
import type { FieldSpec } from '#ui/form/widget.ts'
import { ChangeDialog, type Standing } from '#ui/household/change-dialog.tsx'
import '#ui/household/fields.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { type T, useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import './building-choice.tsx'

const TOUCHED = ['units', 'estates'] as const
const NAME_AT_MOST = 40
const ALL = { limit: 200 } as const
const Change = ChangeArea.extend({ name: text(NAME_AT_MOST) })

const useBuildings = () => {
  const { id: estateId } = useEstate()
  return (
    useApiQuery(listBuildings, { params: { estateId }, query: ALL }, { topics: ['units', 'estates'] }).data?.rows ?? []
  )
}

const fieldsOf = (
  t: T,
  buildings: readonly BuildingLine[],
): Record<'name' | 'stewardId' | 'buildingIds', FieldSpec> => ({
  name: { label: t('areas.name') },
  stewardId: { label: t('areas.steward'), widget: 'staff', help: t('areas.stewardHelp') },
  buildingIds: {
    label: t('areas.buildings'),
    widget: 'buildings',
    help: t('areas.buildingsHelp'),
    options: buildings.map(({ id, name, area }) => ({ value: id, label: area ? `${name}（${area.name}）` : name })),
  },
})

const explained =
  (t: T) =>
  ({ code, field }: ApiError): Record<string, string> =>
    code === 'E_DUPLICATE' && field === 'name' ? { name: t('areas.nameTaken') } : {}

export const NewArea = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const buildings = useBuildings()
  const create = useApiMutation(createArea, { touches: TOUCHED })
  return (
    <FormDialog
      title={t('areas.newTitle')}
      schema={CreateArea}
      fields={fieldsOf(t, buildings)}
      explain={explained(t)}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        await create.mutateAsync({ params: { estateId }, body })
        notice.good(t('areas.saved'))
        onClose()
      }}
    />
  )
}

const standingOf = (area: AreaView): Standing => ({
  version: area.version,
  values: {
    version: area.version,
    name: area.name,
    stewardId: area.steward?.id ?? null,
    buildingIds: area.buildings.map(({ id }) => id),
  },
})

export const ChangeAreaDialog = ({ area, onClose }: { area: AreaView; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const buildings = useBuildings()
  const change = useApiMutation(changeArea, { touches: TOUCHED })
  const names = new Map(buildings.map(({ id, name }) => [id, name]))
  if (area.steward) names.set(area.steward.id, area.steward.name)
  const nameOf = (id: unknown) => (typeof id === 'string' ? (names.get(id) ?? '…') : '—')
  return (
    <ChangeDialog
      title={t('areas.changeTitle', { name: area.name })}
      schema={Change}
      patch={ChangeArea}
      began={standingOf(area)}
      fields={fieldsOf(t, buildings)}
      explain={explained(t)}
      say={(field, value) =>
        field === 'name' ? String(value) : Array.isArray(value) ? value.map(nameOf).join('、') || '—' : nameOf(value)
      }
      send={(changes, version) =>
        change.mutateAsync({ params: { estateId, id: area.id }, body: { ...changes, version } })
      }
      reread={async () => {
        const { rows } = await call(listAreas, { params: { estateId }, query: ALL })
        const now = rows.find(({ id }) => id === area.id) ?? area
        if (now.steward) names.set(now.steward.id, now.steward.name)
        return { ...standingOf(now), by: [] }
      }}
      onDone={() => {
        notice.good(t('areas.saved'))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
