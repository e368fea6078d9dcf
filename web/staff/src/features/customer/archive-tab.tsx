import { Segmented } from 'antd'
import { useState } from 'react'
import type { CustomerView } from '#contract/customers.ts'
import { Archive } from '#ui/household/archive.tsx'
import styles from '#ui/household/household.module.css'
import { useTexts } from '#ui/i18n.ts'
import { EmptyState } from '#ui/states.tsx'

/** FD-730: an archive belongs to an ownership, so the customer's are those of the units they own or owned. */
export const ArchiveTab = ({ customer }: { customer: CustomerView }) => {
  const { t } = useTexts()
  const owned = customer.residences
    .filter((stay) => stay.role === 'owner')
    .sort((a, b) => Number(b.current) - Number(a.current))
  const units = owned
    .map((stay) => stay.unit)
    .filter((unit, at, all) => all.findIndex(({ id }) => id === unit.id) === at)
  const [id, setId] = useState(units[0]?.id)
  const unit = units.find((one) => one.id === id)
  if (!unit) return <EmptyState title={t('archive.none')} />
  return (
    <div className={styles.stack}>
      {units.length > 1 ? (
        <Segmented
          aria-label={t('archive.unit')}
          value={unit.id}
          onChange={setId}
          options={units.map((one) => ({ value: one.id, label: one.display }))}
        />
      ) : null}
      <Archive key={unit.id} unit={unit} />
    </div>
  )
}
