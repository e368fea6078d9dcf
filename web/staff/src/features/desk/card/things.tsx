import type { ParkingUseView, VehicleView } from '#contract/households.ts'
import type { UnitCard } from '#contract/units.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './card.module.css'

/** Cars, parking spaces and whose area it is. */
export const Things = ({
  vehicles,
  parking,
  steward,
}: {
  vehicles: readonly VehicleView[]
  parking: readonly ParkingUseView[]
  steward: UnitCard['steward']
}) => {
  const { t } = useTexts()
  const cars = vehicles.filter((one) => one.untilDate === null)
  const spaces = parking.filter((one) => one.untilDate === null)
  if (cars.length === 0 && spaces.length === 0 && !steward) return null
  return (
    <dl className={styles.facts}>
      {cars.length > 0 ? (
        <>
          <dt>{t('desk.vehicles')}</dt>
          <dd className="w-figures">
            {cars.map((one) => [one.plate, one.colour, one.model].filter(Boolean).join(' ')).join('；')}
          </dd>
        </>
      ) : null}
      {spaces.length > 0 ? (
        <>
          <dt>{t('desk.parking')}</dt>
          <dd>{spaces.map((one) => `${one.space.display} ${t(`parkingUse.${one.use}`)}`).join('；')}</dd>
        </>
      ) : null}
      {steward ? (
        <>
          <dt>{t('desk.steward')}</dt>
          <dd className="w-figures">{[steward.name, steward.phone].filter(Boolean).join(' ')}</dd>
        </>
      ) : null}
    </dl>
  )
}
