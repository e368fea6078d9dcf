import { Checkbox, Form, Input } from 'antd'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { Hits } from './hits.tsx'
import styles from './publications.module.css'
import type { Hit, Place, WorkItem } from './work.rules.ts'

export type Errors = { [P in Place]?: string }
const TEXT_AT_MOST = 500
const PLACES = ['text', 'outcome'] as const

/** One item: published or left out, what it was about and how it ended. */
export const ItemCard = ({
  item,
  errors,
  hits,
  onChange,
}: {
  item: WorkItem
  errors: Errors | undefined
  hits: Record<Place, readonly Hit[]>
  onChange: (item: WorkItem) => void
}) => {
  const { t } = useTexts()
  const { number } = item
  // of a dispute between residents the program writes what it was about
  const dispute = item.category.startsWith('C6')
  const words = {
    text: { label: t('publication.what'), name: t('publication.whatOf', { number }) },
    outcome: { label: t('publication.outcome'), name: t('publication.outcomeOf', { number }) },
  }
  const helpOf = (place: Place, id: string) => {
    if (errors?.[place]) return <span id={id}>{errors[place]}</span>
    return hits[place].length > 0 ? <Hits id={id} hits={hits[place]} /> : undefined
  }
  return (
    <li className={`w-card ${styles.item} ${item.include ? '' : styles.left}`}>
      <div className={styles.head}>
        <Checkbox
          checked={item.include}
          aria-label={t('publication.includeOf', { number })}
          onChange={(event) => onChange({ ...item, include: event.target.checked })}
        >
          {t('publication.include')}
        </Checkbox>
        <span className={styles.facts}>
          <EstateLink to={`matters/${item.matterId}`} className="w-figures">
            {number}
          </EstateLink>
          <span className="w-quiet">{wordFor(t, `category.${item.category}`, item.category)}</span>
          {item.stateNow ? (
            <span className="w-quiet">{wordFor(t, `state.complaint.${item.stateNow}`, item.stateNow)}</span>
          ) : null}
          {item.include ? null : <StateTag tone="ended">{t('publication.leftOut')}</StateTag>}
          {item.proposed ? <StateTag tone="waiting">{t('publication.proposed')}</StateTag> : null}
        </span>
      </div>
      {item.include ? (
        <div className={styles.fields}>
          {PLACES.map((place) => {
            const why = `${place}-why-${item.matterId}`
            const help = helpOf(place, why)
            const fixed = dispute && place === 'text'
            return (
              <Form.Item
                key={place}
                label={words[place].label}
                htmlFor={`${place}-${item.matterId}`}
                {...(help ? { validateStatus: 'error' as const, help } : {})}
                extra={fixed ? t('publication.dispute') : undefined}
              >
                <Input.TextArea
                  id={`${place}-${item.matterId}`}
                  aria-label={words[place].name}
                  aria-invalid={help !== undefined || undefined}
                  aria-describedby={help ? why : undefined}
                  autoSize={{ minRows: 1, maxRows: 6 }}
                  maxLength={TEXT_AT_MOST}
                  readOnly={fixed}
                  variant={fixed ? 'filled' : 'outlined'}
                  value={item[place]}
                  onChange={(event) => onChange({ ...item, [place]: event.target.value })}
                />
              </Form.Item>
            )
          })}
        </div>
      ) : null}
    </li>
  )
}
