import { Button, InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import { type ImportBatch, type ImportSummary, ROSTER_FIELDS, remapImport } from '#contract/roster-import.ts'
import { useTexts } from '#ui/i18n.ts'
import { wordFor } from '#ui/matter/words.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './import.module.css'
import { type Choices, chooseColumn, chooseHeadingRow, countChoices, toMapping } from './mapping.rules.ts'
import { sheetText } from './problem-text.ts'
import { useShowBatch } from './use-batch.ts'

type Sheet = ImportSummary['sheets'][number]
const NOTHING = ''

const SheetColumns = ({
  sheet,
  choices,
  onChange,
  fixed,
}: {
  sheet: Sheet
  choices: Choices
  onChange: (choices: Choices) => void
  fixed: boolean
}) => {
  const { t } = useTexts()
  const rowId = useId()
  const chosen = choices[sheet.sheet]
  const options = [
    { value: NOTHING, label: t('import.noMeaning') },
    ...ROSTER_FIELDS.map((field) => ({ value: field, label: t(`import.field.${field}`) })),
  ]
  return (
    <section className={`w-card ${styles.sheet}`}>
      <div className={styles.sheetHead}>
        <h2>
          {sheet.sheet}
          {sheet.hidden ? <StateTag>{t('import.hidden')}</StateTag> : null}
        </h2>
        <span className="w-quiet w-small">
          {sheet.skipped === null ? t('import.sheetRows', { count: sheet.rows }) : sheetText(t, sheet.skipped)}
          {sheet.title ? ` · ${t('import.sheetTitle', { title: sheet.title })}` : ''}
        </span>
        <span className={styles.headingRow}>
          <label htmlFor={rowId}>{t('import.headingRow')}</label>
          <InputNumber
            id={rowId}
            size="small"
            min={1}
            max={1000}
            disabled={fixed}
            value={chosen?.headingRow ?? sheet.headingRow}
            onChange={(row) => onChange(chooseHeadingRow(choices, sheet, row))}
          />
        </span>
      </div>
      {sheet.columns.length > 0 ? (
        <div className={styles.things}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('import.problemColumn')}</th>
                <th scope="col">{t('import.heading')}</th>
                <th scope="col">{t('import.meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {sheet.columns.map(({ column, heading, field }) => {
                const mine = chosen?.columns[String(column)]
                const value = mine === undefined ? field : mine
                const name = heading.trim() || t('import.blankHeading')
                return (
                  <tr key={column} className={mine === undefined ? '' : styles.touched}>
                    <td className="w-faint w-figures">{t('import.column', { column })}</td>
                    <td>{name}</td>
                    <td>
                      {fixed ? (
                        value === null ? (
                          <span className="w-quiet">{t('import.noMeaning')}</span>
                        ) : (
                          wordFor(t, `import.field.${value}`, value)
                        )
                      ) : (
                        <Select
                          size="small"
                          className={styles.meaning ?? ''}
                          aria-label={t('import.meaningOf', { heading: name })}
                          value={value ?? NOTHING}
                          status={value === null && heading.trim() ? 'warning' : ''}
                          options={options}
                          showSearch={{ optionFilterProp: 'label' }}
                          popupMatchSelectWidth={false}
                          onChange={(next: string) =>
                            onChange(chooseColumn(choices, sheet, column, next === NOTHING ? null : next))
                          }
                        />
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  )
}

/** What each column was taken for; whoever knows better corrects it and has the file read again. */
export const Columns = ({ batch, summary }: { batch: ImportBatch; summary: ImportSummary }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const [choices, setChoices] = useState<Choices>({})
  const show = useShowBatch()
  const remap = useApiMutation(remapImport, {
    touches: ['imports'],
    onSuccess: (answer) => {
      show(answer)
      setChoices({})
      notice.good(t('import.rereading'))
    },
    onError: notice.bad,
  })
  const fixed = batch.state !== 'ready' && batch.state !== 'failed'
  const count = countChoices(choices)
  const send = () =>
    remap.mutate({ params: { estateId, id: batch.id }, body: { version: batch.version, mapping: toMapping(choices) } })
  return (
    <div className={styles.stack}>
      <div className={styles.download}>
        <span className="w-quiet">
          {count > 0 ? t('import.mappingChanged', { count }) : fixed ? '' : t('import.columnsHint')}
        </span>
        {fixed ? null : (
          <span className={styles.acts}>
            {count > 0 ? <Button onClick={() => setChoices({})}>{t('import.undo')}</Button> : null}
            <Button type="primary" disabled={count === 0} loading={remap.isPending} onClick={send}>
              {t('import.readAgain')}
            </Button>
          </span>
        )}
      </div>
      {summary.sheets.map((sheet) => (
        <SheetColumns key={sheet.sheet} sheet={sheet} choices={choices} onChange={setChoices} fixed={fixed} />
      ))}
    </div>
  )
}
