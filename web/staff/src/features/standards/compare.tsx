import { Drawer, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import {
  compareEstateStandards,
  compareStandards,
  type EstateStandard,
  type FieldDifference,
  type ItemDifference,
  listEstateStandards,
  listStandards,
  type StandardVersion,
} from '#contract/standards.ts'
import { useTexts } from '#ui/i18n.ts'
import { ScrolledList } from '#ui/list/scrolled-list.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { knownWord, sayField } from './say-field.ts'
import { Signatures, type Signed } from './signatures.tsx'
import styles from './standards.module.css'

const WIDTH_PX = 820
const TONES = { added: 'good', removed: 'late', changed: 'active', off: 'late', on: 'good' } as const

const Field = ({ of: { field, before, after } }: { of: FieldDifference }) => {
  const { t } = useTexts()
  return (
    <li className={styles.wrap}>
      {knownWord(t, `standardColumn.${field}`, field)}: <span className="w-quiet">{sayField(t, field, before)}</span> →{' '}
      {sayField(t, field, after)}
    </li>
  )
}

const Difference = ({ row }: { row: ItemDifference }) => {
  const { t, lang } = useTexts()
  return (
    <li className={styles.row}>
      <span className="w-figures">{row.itemId}</span>
      <span className={styles.wrap}>{row[lang]}</span>
      <span className={styles.set}>
        <span>
          <StateTag tone={TONES[row.what]}>{t(`standards.${row.what}`)}</StateTag>
        </span>
        {row.fields.length > 0 ? (
          <ul className={styles.fields}>
            {row.fields.map((one) => (
              <Field key={one.field} of={one} />
            ))}
          </ul>
        ) : null}
      </span>
    </li>
  )
}

type Version = Signed & Pick<StandardVersion, 'id' | 'number' | 'state'> & { name?: string }
type Compared = { rows: readonly ItemDifference[]; estate?: readonly FieldDifference[] }

/** What a version says otherwise than another one, and who signed both; `differences` reads them. */
const CompareDrawer = <V extends Version>({
  version,
  versions,
  differences,
  onClose,
}: {
  version: V
  versions: readonly V[] | undefined
  differences: (other: V) => ReactNode
  onClose: () => void
}) => {
  const { t } = useTexts()
  const others = (versions ?? []).filter((row) => row.id !== version.id && row.state !== 'withdrawn')
  const [chosen, setChosen] = useState<string>()
  const other = others.find((row) => row.id === chosen) ?? others[0]
  return (
    <Drawer open size={WIDTH_PX} onClose={onClose} title={t('standards.compareTitle', { number: version.number })}>
      {other ? (
        <>
          <Select
            aria-label={t('standards.compareWith')}
            style={{ width: '100%', marginBottom: 12 }}
            value={other.id}
            onChange={setChosen}
            options={others.map((row) => ({
              value: row.id,
              label: [t('standards.version', { number: row.number }), row.name].filter(Boolean).join(' '),
            }))}
          />
          {[other, version].map((one) => (
            <div key={one.id} className={styles.card}>
              <strong>{t('standards.version', { number: one.number })}</strong>
              <Signatures of={one} />
            </div>
          ))}
          {differences(other)}
        </>
      ) : versions ? (
        <EmptyState title={t('standards.nothingToCompare')} />
      ) : null}
    </Drawer>
  )
}

const Differences = ({ rows, estate = [] }: Compared) => {
  const { t } = useTexts()
  if (rows.length === 0 && estate.length === 0) return <EmptyState title={t('standards.same')} />
  return (
    <>
      {estate.length > 0 ? (
        <ul className={styles.fields}>
          {estate.map((one) => (
            <Field key={one.field} of={one} />
          ))}
        </ul>
      ) : null}
      <ScrolledList className={styles.list}>
        {rows.map((row) => (
          <Difference key={row.itemId} row={row} />
        ))}
      </ScrolledList>
    </>
  )
}

const OfVersions = ({ id, other }: { id: string; other: string }) => {
  const query = useApiQuery(compareStandards, { params: { id }, query: { with: other } })
  return <QueryView query={query}>{(compared) => <Differences {...compared} />}</QueryView>
}
const OfVariants = ({ id, other }: { id: string; other: string }) => {
  const { id: estateId } = useEstate()
  const query = useApiQuery(compareEstateStandards, { params: { estateId, id }, query: { with: other } })
  return <QueryView query={query}>{(compared) => <Differences {...compared} />}</QueryView>
}

/** Two versions of the company standard. */
export const CompareVersions = ({ version, onClose }: { version: StandardVersion; onClose: () => void }) => {
  const versions = useApiQuery(listStandards, { query: { limit: 200 } })
  return (
    <CompareDrawer
      version={version}
      versions={versions.data?.rows}
      onClose={onClose}
      differences={(other) => <OfVersions id={version.id} other={other.id} />}
    />
  )
}

/** Two versions of what an estate does otherwise. */
export const CompareVariants = ({ variant, onClose }: { variant: EstateStandard; onClose: () => void }) => {
  const { id: estateId } = useEstate()
  const versions = useApiQuery(listEstateStandards, { params: { estateId }, query: { limit: 200 } })
  return (
    <CompareDrawer
      version={variant}
      versions={versions.data?.rows}
      onClose={onClose}
      differences={(other) => <OfVariants id={variant.id} other={other.id} />}
    />
  )
}
