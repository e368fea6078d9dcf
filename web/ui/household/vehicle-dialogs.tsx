import {
  AddVehicle,
  addVehicle,
  ChangeVehicle,
  changeVehicle,
  Ending,
  endVehicle,
  type VehicleView,
} from '#contract/households.ts'
import { useTexts } from '../i18n.ts'
import { useNotice } from '../notice.tsx'
import { useApiMutation } from '../query.ts'
import { useEstate } from '../session.tsx'
import { changesOf } from './changes.ts'
import { useToday } from './day.ts'
import './fields.ts'
import { FormDialog } from './form-dialog.tsx'
import { LIVES } from './topics.ts'

/** Whose page it is, and who else may be named. */
export type Holder =
  | { unitId: string; people: readonly { id: string; name: string }[] }
  | { customerId: string; units: readonly { id: string; display: string }[] }

export const AddCar = ({ of, onClose }: { of: Holder; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const today = useToday()
  const add = useApiMutation(addVehicle, { touches: LIVES })
  const [initial, other] =
    'unitId' in of
      ? [
          { unitId: of.unitId, ...(of.people.length === 1 && of.people[0] ? { customerId: of.people[0].id } : {}) },
          {
            customerId: {
              label: t('things.driver'),
              widget: 'select',
              options: of.people.map(({ id, name }) => ({ value: id, label: name })),
            },
          },
        ]
      : [
          { customerId: of.customerId, ...(of.units.length === 1 && of.units[0] ? { unitId: of.units[0].id } : {}) },
          {
            unitId: {
              label: t('units.unit'),
              widget: 'select',
              options: of.units.map(({ id, display }) => ({ value: id, label: display })),
            },
          },
        ]
  return (
    <FormDialog
      title={t('things.addVehicle')}
      schema={AddVehicle}
      initial={{ fromDate: today, ...initial }}
      fields={{
        plate: { label: t('things.plate'), help: t('things.plateHelp'), autoFocus: true },
        ...other,
        model: { label: t('things.model') },
        colour: { label: t('things.colour') },
        parkingUnitId: { label: t('things.parkedAt'), widget: 'parkingSpace', help: t('things.spaceHelp') },
        fromDate: { label: t('people.from') },
      }}
      columns={2}
      explain={(error) =>
        error.field !== 'plate'
          ? {}
          : { plate: t(error.code === 'E_DUPLICATE' ? 'things.plateTaken' : 'things.plateBad') }
      }
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        await add.mutateAsync({ params: { estateId }, body })
        notice.good(t('things.saved'))
        onClose()
      }}
    />
  )
}

const FIELDS = ['customerId', 'unitId', 'parkingUnitId', 'model', 'colour']

export const ChangeCar = ({ vehicle, onClose }: { vehicle: VehicleView; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const change = useApiMutation(changeVehicle, { touches: LIVES })
  const began = {
    customerId: vehicle.customer?.id ?? null,
    unitId: vehicle.unit?.id ?? null,
    parkingUnitId: vehicle.parking?.id ?? null,
    model: vehicle.model,
    colour: vehicle.colour,
  }
  return (
    <FormDialog
      title={t('things.changeVehicleTitle', { plate: vehicle.plate })}
      schema={ChangeVehicle}
      initial={began}
      fields={{
        customerId: { label: t('things.driver'), widget: 'customer' },
        unitId: { label: t('units.unit'), widget: 'unit' },
        model: { label: t('things.model') },
        colour: { label: t('things.colour') },
        parkingUnitId: { label: t('things.parkedAt'), widget: 'parkingSpace', help: t('things.spaceHelp') },
      }}
      columns={2}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (value) => {
        await change.mutateAsync({
          params: { estateId, id: vehicle.id },
          body: changesOf(ChangeVehicle, began, value, FIELDS),
        })
        notice.good(t('things.saved'))
        onClose()
      }}
    />
  )
}

export const EndCar = ({ vehicle, onClose }: { vehicle: VehicleView; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const today = useToday()
  const end = useApiMutation(endVehicle, { touches: LIVES })
  return (
    <FormDialog
      title={t('things.endVehicleTitle', { plate: vehicle.plate })}
      schema={Ending}
      initial={{ untilDate: today }}
      fields={{
        untilDate: { label: t('people.lastDay') },
        reason: { label: t('people.reason'), autoFocus: true, rows: 2 },
      }}
      submitLabel={t('things.endVehicle')}
      danger
      onClose={onClose}
      onSubmit={async (body) => {
        await end.mutateAsync({ params: { estateId, id: vehicle.id }, body })
        notice.good(t('things.saved'))
        onClose()
      }}
    />
  )
}
