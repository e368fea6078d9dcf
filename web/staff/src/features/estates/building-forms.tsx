import {
  BUILDING_KINDS,
  type BuildingLine,
  ChangeBuilding,
  CreateBuilding,
  changeBuilding,
  createBuilding,
  listBuildings,
} from '#contract/estate.ts'
import { text } from '#contract/values.ts'
import { call } from '#ui/api.ts'
import { ChangeDialog, type Standing } from '#ui/household/change-dialog.tsx'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { sayValue } from '#ui/household/say-value.tsx'
import { type T, useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const TOUCHED = ['units', 'estates'] as const
const NAME_AT_MOST = 40
const Change = ChangeBuilding.extend({ name: text(NAME_AT_MOST) })

const kinds = (t: T) => BUILDING_KINDS.map((value) => ({ value, label: t(`buildingKind.${value}`) }))

export const NewBuilding = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const create = useApiMutation(createBuilding, { touches: TOUCHED })
  return (
    <FormDialog
      title={t('buildings.newTitle')}
      schema={CreateBuilding}
      initial={{ kind: 'residential' }}
      fields={{
        code: { label: t('buildings.code'), help: t('buildings.codeHelp'), autoFocus: true },
        name: { label: t('buildings.name'), help: t('buildings.nameHelp') },
        kind: { label: t('buildings.kind'), options: kinds(t) },
        floors: { label: t('buildings.floors') },
        sort: { label: t('buildings.sort'), help: t('buildings.sortHelp') },
      }}
      explain={({ code, field }) =>
        field === 'code' ? { code: t(code === 'E_DUPLICATE' ? 'buildings.codeTaken' : 'buildings.codeBad') } : {}
      }
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        await create.mutateAsync({ params: { estateId }, body })
        notice.good(t('buildings.saved'))
        onClose()
      }}
    />
  )
}

const standingOf = (building: BuildingLine): Standing => ({
  version: building.version,
  values: {
    version: building.version,
    name: building.name,
    kind: building.kind,
    floors: building.floors,
    sort: building.sort,
  },
})

export const ChangeBuildingDialog = ({ building, onClose }: { building: BuildingLine; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const change = useApiMutation(changeBuilding, { touches: TOUCHED })
  return (
    <ChangeDialog
      title={t('buildings.changeTitle', { name: building.name })}
      schema={Change}
      patch={ChangeBuilding}
      began={standingOf(building)}
      fields={{
        name: { label: t('buildings.name') },
        kind: { label: t('buildings.kind'), options: kinds(t) },
        floors: { label: t('buildings.floors') },
        sort: { label: t('buildings.sort') },
      }}
      say={(field, value) => sayValue(t, field, value)}
      send={(changes, version) =>
        change.mutateAsync({ params: { estateId, id: building.id }, body: { ...changes, version } })
      }
      reread={async () => {
        const { rows } = await call(listBuildings, { params: { estateId }, query: { limit: 200 } })
        return { ...standingOf(rows.find(({ id }) => id === building.id) ?? building), by: [] }
      }}
      onDone={() => {
        notice.good(t('buildings.saved'))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
