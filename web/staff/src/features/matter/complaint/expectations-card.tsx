import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import type { ComplaintCase } from '#contract/complaint-case.ts'
import { complaint } from '#contract/kinds/complaint.ts'
import { type MatterView, moveRoute } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { useMove } from '#ui/moves/use-move.ts'
import { useCan } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from '../matter-page.module.css'

type Expectation = ComplaintCase['expectations'][number]
const POSSIBLE = ['yes', 'partly', 'no'] as const
const TONE = { yes: 'good', partly: 'waiting', no: 'neutral' } as const
const route = moveRoute('complaint', 'rankExpectations')
const EMPTY: Expectation = { text: '', possible: 'yes', agreed: false }

const Editor = ({
  matter,
  initial,
  onDone,
}: {
  matter: MatterView
  initial: readonly Expectation[]
  onDone: () => void
}) => {
  const { t } = useTexts()
  const [rows, setRows] = useState(() =>
    (initial.length > 0 ? initial : [EMPTY]).map((row, at) => ({ ...row, key: at })),
  )
  const [tried, setTried] = useState(false)
  const { sendNow, busy } = useMove({
    shape: complaint,
    verb: 'rankExpectations',
    route,
    subject: matter,
    touches: ['matters', 'complaints', 'complaint'],
  })
  const change = (key: number, patch: Partial<Expectation>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)))
  const up = (at: number) => {
    const next = [...rows]
    const moved = next.splice(at, 1)
    next.splice(at - 1, 0, ...moved)
    setRows(next)
  }
  const save = async () => {
    setTried(true)
    if (rows.some((row) => row.text.trim() === '')) return
    const expectations = rows.map(({ text, possible, agreed }) => ({ text: text.trim(), possible, agreed }))
    if (await sendNow({ expectations })) onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className="w-quiet w-small">{t('complaint.expectationsHint')}</p>
      <ol className={styles.list}>
        {rows.map((row, at) => (
          <li key={row.key} className={styles.row}>
            <Input
              value={row.text}
              maxLength={300}
              aria-label={t('complaint.expectation')}
              {...(tried && row.text.trim() === '' ? { status: 'error' as const, 'aria-invalid': true } : {})}
              onChange={(event) => change(row.key, { text: event.target.value })}
              style={{ flex: '1 1 200px' }}
            />
            <Select
              value={row.possible}
              aria-label={t('complaint.possible')}
              popupMatchSelectWidth={false}
              options={POSSIBLE.map((value) => ({ value, label: t(`complaint.possible.${value}`) }))}
              onChange={(possible: Expectation['possible']) => change(row.key, { possible })}
            />
            <Checkbox checked={row.agreed} onChange={(event) => change(row.key, { agreed: event.target.checked })}>
              {t('complaint.agreed')}
            </Checkbox>
            <Button size="small" disabled={at === 0} onClick={() => up(at)} aria-label={t('complaint.moveUp')}>
              ↑
            </Button>
            <Button
              size="small"
              disabled={rows.length === 1}
              onClick={() => setRows(rows.filter((one) => one.key !== row.key))}
              aria-label={t('complaint.removeExpectation')}
            >
              ×
            </Button>
          </li>
        ))}
      </ol>
      <p className={styles.thumbs}>
        <Button
          disabled={rows.length >= 12}
          onClick={() => setRows([...rows, { ...EMPTY, key: Math.max(...rows.map((row) => row.key)) + 1 }])}
        >
          {t('complaint.addExpectation')}
        </Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('complaint.saveExpectations')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </p>
    </form>
  )
}

/** KN-011: what the customer expects, in the order that matters to them, and what we said of it. */
export const ExpectationsCard = ({ matter, of: c }: { matter: MatterView; of: ComplaintCase }) => {
  const { t } = useTexts()
  const can = useCan()
  const [editing, setEditing] = useState(false)
  const mayEdit = matter.open && can('matter.write')
  if (c.expectations.length === 0 && !mayEdit) return null
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('complaint.expectations')}</h2>
      {editing ? (
        <Editor matter={matter} initial={c.expectations} onDone={() => setEditing(false)} />
      ) : (
        <>
          <ol className={styles.list}>
            {c.expectations.map((one, at) => (
              <li key={one.text} className={styles.row}>
                <span>
                  <span className="w-figures w-faint">{at + 1}</span> {one.text}
                </span>
                <span className={styles.thumbs}>
                  <StateTag tone={TONE[one.possible]}>{t(`complaint.possible.${one.possible}`)}</StateTag>
                  {one.agreed ? <StateTag tone="good">{t('complaint.agreed')}</StateTag> : null}
                </span>
              </li>
            ))}
          </ol>
          {mayEdit ? (
            <Button size="small" onClick={() => setEditing(true)}>
              {t('complaint.editExpectations')}
            </Button>
          ) : null}
        </>
      )}
    </section>
  )
}
