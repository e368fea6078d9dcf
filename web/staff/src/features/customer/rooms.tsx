import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { CustomerView } from '#contract/customers.ts'
import type { ResidenceView } from '#contract/households.ts'
import { Block, Folded } from '#ui/household/block.tsx'
import styles from '#ui/household/household.module.css'
import { periodText } from '#ui/household/period-text.ts'
import { StayActs } from '#ui/household/stay-acts.tsx'
import { AddStay } from '#ui/household/stay-dialogs.tsx'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { useCan } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'

const Room = ({ stay }: { stay: ResidenceView }) => {
  const { t } = useTexts()
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        <EstateLink to={`units/${stay.unit.id}`} className={styles.name ?? ''}>
          {stay.unit.display}
        </EstateLink>
        <StateTag tone={stay.current ? (stay.role === 'owner' ? 'good' : 'active') : 'ended'}>
          {t(`residence.${stay.role}`)}
        </StateTag>
        {stay.primaryContact ? <StateTag>{t('people.contact')}</StateTag> : null}
        {stay.tenure ? <span className="w-quiet w-small">{t(`tenure.${stay.tenure}`)}</span> : null}
        <span className="w-quiet w-small w-figures">{periodText(t, stay)}</span>
      </span>
      <StayActs stay={stay} who={`${stay.customer.name} · ${stay.unit.display}`} />
    </li>
  )
}

/** What somebody owns, rents or lives in, since when; what was left is folded. */
export const Rooms = ({ customer }: { customer: CustomerView }) => {
  const { t } = useTexts()
  const can = useCan()
  const [adding, setAdding] = useState(false)
  const now = customer.residences.filter((stay) => stay.current)
  const before = customer.residences
    .filter((stay) => !stay.current)
    .sort((a, b) => (b.untilDate ?? '').localeCompare(a.untilDate ?? ''))
  return (
    <Block
      title={t('rooms.title')}
      actions={
        can('customer.edit') ? (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {t('rooms.add')}
          </Button>
        ) : null
      }
    >
      {now.length === 0 ? <p className="w-quiet">{t('rooms.none')}</p> : null}
      <ul className={styles.list}>
        {now.map((stay) => (
          <Room key={stay.id} stay={stay} />
        ))}
      </ul>
      {before.length > 0 ? (
        <Folded label={t('rooms.former', { count: before.length })}>
          <ul className={styles.list}>
            {before.map((stay) => (
              <Room key={stay.id} stay={stay} />
            ))}
          </ul>
        </Folded>
      ) : null}
      {adding ? <AddStay customer={customer} onClose={() => setAdding(false)} /> : null}
    </Block>
  )
}
