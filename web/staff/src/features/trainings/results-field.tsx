import { Checkbox, Input, Select } from 'antd'
import { z } from 'zod'
import { OwnStatus } from '#ui/form/own-status.tsx'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './trainings.module.css'

const Results = z.array(
  z.object({
    staffId: z.string(),
    attended: z.boolean(),
    passed: z.boolean().nullable().optional(),
    note: z.string().nullish(),
  }),
)
const Names = z.record(z.string(), z.string())

/** `widget: 'trainingResults'`, `extra`: names by id. Who came, and what came of it for each. */
const ResultsField: Widget = ({ value, onChange, spec }) => {
  const { t } = useTexts()
  const said = Results.safeParse(value)
  const names = Names.safeParse(spec.extra)
  const rows = said.success ? said.data : []
  const set = (at: number, patch: object) => onChange?.(rows.map((row, i) => (i === at ? { ...row, ...patch } : row)))
  const exam = [
    { value: 'none', label: t('training.noExam') },
    { value: 'passed', label: t('training.passed') },
    { value: 'failed', label: t('training.failed') },
  ]
  return (
    <OwnStatus>
      <ul className={styles.results}>
        {rows.map((row, at) => {
          const name = (names.success ? names.data[row.staffId] : undefined) ?? ''
          return (
            <li key={row.staffId} className={styles.result}>
              <Checkbox
                checked={row.attended}
                aria-label={t('training.cameLabel', { name })}
                onChange={({ target }) =>
                  set(at, { attended: target.checked, ...(target.checked ? {} : { passed: null }) })
                }
              >
                {name}
              </Checkbox>
              <Select
                aria-label={t('training.result', { name })}
                className={styles.exam ?? ''}
                disabled={!row.attended}
                value={row.passed === true ? 'passed' : row.passed === false ? 'failed' : 'none'}
                options={exam}
                onChange={(picked) => set(at, { passed: picked === 'none' ? null : picked === 'passed' })}
              />
              <Input
                aria-label={t('training.noteOf', { name })}
                placeholder={t('training.note')}
                maxLength={200}
                value={row.note ?? ''}
                onChange={({ target }) => set(at, { note: target.value })}
              />
            </li>
          )
        })}
      </ul>
    </OwnStatus>
  )
}
registerWidget('trainingResults', ResultsField)
