import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { VehicleView } from '#contract/households.ts'
import { useTexts } from '../i18n.ts'
import { EstateLink } from '../links.tsx'
import { useCan } from '../session.tsx'
import { Block } from './block.tsx'
import styles from './household.module.css'
import { RowMenu } from './row-menu.tsx'
import { Unmask } from './unmask.tsx'
import { AddCar, ChangeCar, EndCar, type Holder } from './vehicle-dialogs.tsx'

/** The plate is somebody's personal value: it shows itself where it is known whose it is. */
export const VehicleLine = ({ vehicle, beside }: { vehicle: VehicleView; beside: 'customer' | 'unit' }) => {
  const { t } = useTexts()
  const known = [vehicle.colour, vehicle.model].filter(Boolean).join(' ')
  return (
    <span className={styles.what}>
      {vehicle.customer ? (
        <Unmask customerId={vehicle.customer.id} field="plate" itemId={vehicle.id} masked={vehicle.plate} />
      ) : (
        <span className="w-figures">{vehicle.plate}</span>
      )}
      {known ? <span className="w-quiet w-small">{known}</span> : null}
      {beside === 'unit' && vehicle.customer ? (
        <EstateLink to={`customers/${vehicle.customer.id}`}>{vehicle.customer.name}</EstateLink>
      ) : null}
      {beside === 'customer' && vehicle.unit ? (
        <EstateLink to={`units/${vehicle.unit.id}`}>{vehicle.unit.display}</EstateLink>
      ) : null}
      {vehicle.parking ? (
        <span className="w-quiet w-small">
          {t('things.parkedAt')} {vehicle.parking.display}
        </span>
      ) : null}
    </span>
  )
}

export const Vehicles = ({ vehicles, of }: { vehicles: readonly VehicleView[]; of: Holder }) => {
  const { t } = useTexts()
  const can = useCan()
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<VehicleView>()
  const [ending, setEnding] = useState<VehicleView>()
  const edits = can('customer.edit')
  return (
    <Block
      title={t('things.vehicles')}
      actions={
        edits ? (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {t('common.add')}
          </Button>
        ) : null
      }
    >
      {vehicles.length === 0 ? <p className="w-quiet">{t('things.noVehicles')}</p> : null}
      <ul className={styles.list}>
        {vehicles.map((vehicle) => (
          <li key={vehicle.id} className={styles.line}>
            <VehicleLine vehicle={vehicle} beside={'unitId' in of ? 'unit' : 'customer'} />
            <RowMenu
              label={t('people.actions', { name: vehicle.plate })}
              acts={
                edits
                  ? [
                      { key: 'change', label: t('things.changeVehicle'), onClick: () => setChanging(vehicle) },
                      { key: 'end', label: t('things.endVehicle'), danger: true, onClick: () => setEnding(vehicle) },
                    ]
                  : []
              }
            />
          </li>
        ))}
      </ul>
      {adding ? <AddCar of={of} onClose={() => setAdding(false)} /> : null}
      {changing ? <ChangeCar vehicle={changing} onClose={() => setChanging(undefined)} /> : null}
      {ending ? <EndCar vehicle={ending} onClose={() => setEnding(undefined)} /> : null}
    </Block>
  )
}
