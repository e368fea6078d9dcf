import { Segmented } from 'antd'
import { type ImportBatch, type ImportLine, type LINE_CHANGES, listImportLines } from '#contract/roster-import.ts'
import { isReadable, sayValue } from '#ui/household/say-value.tsx'
import { useTexts } from '#ui/i18n.ts'
import { DataTable } from '#ui/list/data-table.tsx'
import { wordFor } from '#ui/matter/words.ts'
import type { Tone } from '#ui/palette.ts'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './import.module.css'
import { noteText } from './problem-text.ts'

type Change = ImportLine['changes'][number]
type LineChange = (typeof LINE_CHANGES)[number]
const KINDS = ['created', 'changed', 'changedOwner'] as const

const LINE_TONE: Record<LineChange, Tone> = {
  created: 'good',
  changed: 'active',
  changedOwner: 'late',
  unchanged: 'ended',
  problem: 'waiting',
}
const CHANGE_TONE = { created: 'good', changed: 'active', ended: 'late' } as const

/** What happens to one thing of a row, as it was and as it will be. */
const ThingChange = ({ change }: { change: Change }) => {
  const { t } = useTexts()
  const fields = change.fields.filter(isReadable)
  return (
    <div className={styles.thing}>
      <span className={styles.thingHead}>
        <StateTag tone={CHANGE_TONE[change.change]}>{t(`import.${change.change}`)}</StateTag>
        <span className="w-quiet w-small">{t(`import.thing.${change.thing}`)}</span>
        <strong>{change.name}</strong>
      </span>
      {fields.length > 0 ? (
        <span className={`${styles.fields} w-small`}>
          {fields.map(({ field, before, after }) => (
            <span key={field}>
              <span className="w-faint">
                {wordFor(t, `import.said.${field}`, wordFor(t, `history.field.${field}`, field))}
              </span>{' '}
              {before === null || before === undefined ? null : (
                <>
                  <del>{sayValue(t, field, before)}</del> →{' '}
                </>
              )}
              {sayValue(t, field, after)}
            </span>
          ))}
        </span>
      ) : null}
    </div>
  )
}

const LineChanges = ({ line }: { line: ImportLine }) => {
  const { t } = useTexts()
  return (
    <div className={styles.changes}>
      {line.changes.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two phones of a row may be told alike
        <ThingChange key={at} change={change} />
      ))}
      {line.notes.map((note) => (
        <span key={`${note.code} ${note.column}`} className="w-quiet w-small">
          {noteText(t, note.code)}
        </span>
      ))}
    </div>
  )
}

const Line = ({ line }: { line: ImportLine }) => {
  const { t } = useTexts()
  return (
    <div className={styles.line}>
      <span className={styles.thingHead}>
        <strong>{line.unit ?? '—'}</strong>
        <StateTag tone={LINE_TONE[line.change]}>{t(`import.line.${line.change}`)}</StateTag>
        <span className="w-quiet w-small">{t('import.rowOf', { sheet: line.sheet, row: line.row })}</span>
      </span>
      <LineChanges line={line} />
    </div>
  )
}

/** Row by row: what is new, what changes from what to what, and where the owner is another one. */
export const Changes = ({
  batch,
  first,
  change,
  onChange,
}: {
  batch: ImportBatch
  /** The kind shown until somebody chooses. */
  first: (typeof KINDS)[number]
  change: LineChange | undefined
  onChange: (change: LineChange | undefined) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const chosen = KINDS.find((kind) => kind === change) ?? first
  const pages = usePages(listImportLines, {
    params: { estateId, id: batch.id },
    query: { change: chosen },
  })
  return (
    <>
      <Segmented
        className={styles.kinds ?? ''}
        aria-label={t('import.lineFilter')}
        value={chosen}
        onChange={(next) => onChange(KINDS.find((kind) => kind === next))}
        options={KINDS.map((value) => ({ value, label: t(`import.line.${value}`) }))}
      />
      <DataTable<ImportLine>
        label={t('import.tab.changes')}
        pages={pages}
        rowKey={(row) => String(row.seq)}
        empty={<EmptyState compact title={t('import.noChanges')} />}
        card={(row) => <Line line={row} />}
        columns={[
          {
            key: 'row',
            title: t('import.row'),
            width: 184,
            wideOnly: true,
            render: (row) => <span className="w-quiet">{t('import.rowOf', { sheet: row.sheet, row: row.row })}</span>,
          },
          { key: 'unit', title: t('import.unit'), width: 152, render: (row) => <strong>{row.unit ?? '—'}</strong> },
          { key: 'what', title: t('import.what'), render: (row) => <LineChanges line={row} /> },
        ]}
      />
    </>
  )
}
