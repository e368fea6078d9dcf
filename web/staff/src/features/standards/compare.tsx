import { Drawer, Select } from 'antd'
import { useState } from 'react'
import { compareStandards, type ItemDifference, listStandards, type StandardVersion } from '#contract/standards.ts'
import { hasText, useTexts } from '#ui/i18n.ts'
import { ScrolledList } from '#ui/list/scrolled-list.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './standards.module.css'

const WIDTH_PX = 820
const TONES = { added: 'good', removed: 'late', changed: 'active' } as const

const Difference = ({ row }: { row: ItemDifference }) => {
  const { t, lang } = useTexts()
  const word = (key: string) => (hasText(key) ? t(key) : key)
  const said = (field: string, value: unknown): string => {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '—'
    if (field === 'severity' || field === 'evidence' || field === 'kano' || field === 'sense' || field === 'frequency')
      return word(`${field}.${String(value)}`)
    return typeof value === 'string' ? value : JSON.stringify(value)
  }
  return (
    <li className={styles.row}>
      <span className="w-figures">{row.itemId}</span>
      <span className={styles.wrap}>{row[lang]}</span>
      <span className={styles.set}>
        <StateTag tone={TONES[row.what]}>{t(`standards.${row.what}`)}</StateTag>
        {row.fields.length > 0 ? (
          <ul className={styles.fields}>
            {row.fields.map(({ field, before, after }) => (
              <li key={field} className={styles.wrap}>
                {word(`standardColumn.${field}`)}: <span className="w-quiet">{said(field, before)}</span> →{' '}
                {said(field, after)}
              </li>
            ))}
          </ul>
        ) : null}
      </span>
    </li>
  )
}

/** What a version says otherwise than another one. */
export const CompareDrawer = ({ version, onClose }: { version: StandardVersion; onClose: () => void }) => {
  const { t } = useTexts()
  const versions = useApiQuery(listStandards, { query: { limit: 200 } })
  const others = (versions.data?.rows ?? []).filter((row) => row.id !== version.id && row.state !== 'withdrawn')
  const [chosen, setChosen] = useState<string>()
  const other = chosen ?? others[0]?.id
  const query = useApiQuery(compareStandards, other ? { params: { id: version.id }, query: { with: other } } : null)
  return (
    <Drawer open size={WIDTH_PX} onClose={onClose} title={t('standards.compareTitle', { number: version.number })}>
      {others.length === 0 && versions.data ? (
        <EmptyState title={t('standards.nothingToCompare')} />
      ) : (
        <>
          <Select
            aria-label={t('standards.compareWith')}
            style={{ width: '100%', marginBottom: 12 }}
            value={other}
            onChange={setChosen}
            options={others.map((row) => ({
              value: row.id,
              label: `${t('standards.version', { number: row.number })} ${row.name}`,
            }))}
          />
          <QueryView query={query}>
            {({ rows }) =>
              rows.length === 0 ? (
                <EmptyState title={t('standards.same')} />
              ) : (
                <ScrolledList className={styles.list}>
                  {rows.map((row) => (
                    <Difference key={row.itemId} row={row} />
                  ))}
                </ScrolledList>
              )
            }
          </QueryView>
        </>
      )}
    </Drawer>
  )
}
