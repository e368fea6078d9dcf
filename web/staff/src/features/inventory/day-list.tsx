import { Checkbox } from 'antd'
import type { InventoryItem } from '#contract/inventory.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { MatterState } from '#ui/matter/matter-state.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './inventory.module.css'
import { NoteCell } from './note-cell.tsx'

/** From this age on a matter stands out; younger ones are the ordinary work of the day. */
const OLD_DAYS = 3

export type DayListProps = {
  items: readonly InventoryItem[]
  date: string
  locked: boolean
  chosen: ReadonlySet<string>
  onChoose: (ids: ReadonlySet<string>) => void
  cursor: string | undefined
  onSave: (item: InventoryItem, text: string) => Promise<boolean>
}

/** Every open matter with age, responsible and the note of the day. */
export const DayList = ({ items, date, locked, chosen, onChoose, cursor, onSave }: DayListProps) => {
  const { t } = useTexts()
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChoose(next)
  }
  const all = items.length > 0 && items.every((item) => chosen.has(item.matterId))
  return (
    <div className={`w-card ${styles.frame}`}>
      {locked || items.length === 0 ? null : (
        <div className={styles.allBar}>
          <Checkbox
            checked={all}
            indeterminate={!all && chosen.size > 0}
            onChange={(event) => onChoose(new Set(event.target.checked ? items.map((item) => item.matterId) : []))}
          >
            {t('inventory.chooseAll')}
          </Checkbox>
        </div>
      )}
      <ul className={styles.items} aria-label={t('nav.inventory')}>
        {items.map((item) => (
          <li
            key={item.matterId}
            id={`item-${item.matterId}`}
            className={`${styles.item} ${locked ? styles.read : item.note ? '' : styles.open}`}
          >
            {locked ? null : (
              <Checkbox
                checked={chosen.has(item.matterId)}
                aria-label={t('inventory.choose', { number: item.number })}
                onChange={(event) => toggle(item.matterId, event.target.checked)}
              />
            )}
            <div className={styles.what}>
              <EstateLink to={`matters/${item.matterId}`}>{item.title}</EstateLink>
              <span className="w-small w-quiet">
                <span className="w-figures">{item.number}</span> · {t(`contactType.${item.contactType}`)}
                {item.line ? ` · ${t(`line.${item.line}`)}` : ''}
              </span>
            </div>
            <div className={styles.facts}>
              <MatterState matter={{ kind: item.kind, state: item.state, open: true }} />
              <StateTag tone={item.ageDays >= OLD_DAYS ? 'late' : 'neutral'}>
                {item.ageDays === 0 ? t('inventory.today') : t('inventory.age', { count: item.ageDays })}
              </StateTag>
              {item.overdue ? <StateTag tone="late">{t('inventory.overdue')}</StateTag> : null}
            </div>
            <div className={`w-small ${styles.who}`}>
              {item.owner.name}
              {item.handler && item.handler.id !== item.owner.id ? (
                <span className="w-quiet"> → {item.handler.name}</span>
              ) : null}
            </div>
            <NoteCell
              item={item}
              date={date}
              focused={cursor === item.matterId}
              locked={locked}
              onSave={(text) => onSave(item, text)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
