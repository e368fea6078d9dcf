import { Drawer, Tag } from 'antd'
import { getChecklist, type Place } from '#contract/places.ts'
import type { CheckItem, Severity } from '#contract/touchpoints.ts'
import { useTexts } from '#ui/i18n.ts'
import { ScrolledList } from '#ui/list/scrolled-list.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './places.module.css'

const WIDTH_PX = 720
const TONES = { critical: 'late', major: 'waiting', minor: 'neutral' } as const satisfies Record<Severity, string>

const Item = ({ item }: { item: CheckItem }) => {
  const { t, lang } = useTexts()
  return (
    <li className={styles.item}>
      <span className="w-quiet w-figures">{item.id}</span>
      <span className={styles.wrap}>{item[lang]}</span>
      <span className={styles.tags}>
        <StateTag tone={TONES[item.severity]}>{t(`severity.${item.severity}`)}</StateTag>
        <Tag>{t(`evidence.${item.evidence}`)}</Tag>
        {item.frequency ? <Tag>{t(`frequency.${item.frequency}`)}</Tag> : null}
      </span>
    </li>
  )
}

/** What is looked at in a place today, as the inspector will see it, and which versions say so. */
export const ChecklistDrawer = ({ place, onClose }: { place: Place; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(getChecklist, { params: { estateId, id: place.id }, query: {} })
  return (
    <Drawer open size={WIDTH_PX} onClose={onClose} title={`${place.code} ${place.name}`}>
      <QueryView query={query}>
        {({ items, standardNumber, variantNumber }) => (
          <>
            <p className={`w-quiet ${styles.versions}`}>
              {t('places.versions', { count: items.length, standard: standardNumber })}
              {variantNumber === null ? null : ` · ${t('places.variant', { number: variantNumber })}`}
            </p>
            <ScrolledList className={styles.items}>
              {items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </ScrolledList>
          </>
        )}
      </QueryView>
    </Drawer>
  )
}
