import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { GoodsLine } from '#contract/goods.ts'
import { faultOfLine } from '#contract/rules/goods.ts'
import { OwnStatus } from '#ui/form/own-status.tsx'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './gate-checks.module.css'

type Line = Omit<GoodsLine, 'remark'> & { remark?: string | null | undefined }
type Row = { key: number; line: Line }
const EMPTY: Line = { category: '', quantity: 1, unit: '' }
const rowsOf = (value: unknown): Row[] =>
  (Array.isArray(value) ? (value as Line[]) : []).map((line, key) => ({ key, line }))

/** FD-504: rows of goods, each with its exact quantity. */
const GoodsWidget: Widget = ({ id, value, onChange, spec: _spec, kind: _kind, ...aria }) => {
  const { t } = useTexts()
  const [rows, setRows] = useState(() => rowsOf(value))
  const [next, setNext] = useState(rows.length)
  const wrong = aria['aria-invalid'] === 'true'
  const change = (after: Row[]) => {
    setRows(after)
    onChange?.(after.map(({ line }) => line))
  }
  const patch = (key: number, part: Partial<Line>) =>
    change(rows.map((row) => (row.key === key ? { ...row, line: { ...row.line, ...part } } : row)))
  return (
    <OwnStatus>
      <div className={styles.lines}>
        {rows.map(({ key, line }, at) => {
          const fault = wrong ? faultOfLine(line)?.at : undefined
          const mark = (name: 'category' | 'quantity' | 'unit') =>
            fault === name ? ({ status: 'error', 'aria-invalid': true } as const) : {}
          const label = (name: 'category' | 'quantity' | 'measure' | 'remark') => `${at + 1} ${t(`gate.${name}`)}`
          return (
            <div key={key} className={styles.line}>
              <Input
                {...(at === 0 && id ? { id } : {})}
                {...mark('category')}
                className={styles.category ?? ''}
                value={line.category}
                maxLength={60}
                placeholder={t('gate.category')}
                aria-label={label('category')}
                onChange={({ target }) => patch(key, { category: target.value })}
              />
              <InputNumber
                {...mark('quantity')}
                className={styles.quantity ?? ''}
                value={line.quantity}
                min={0}
                max={99_999}
                aria-label={label('quantity')}
                onChange={(quantity) => patch(key, { quantity: quantity ?? 0 })}
              />
              <Input
                {...mark('unit')}
                value={line.unit}
                maxLength={20}
                placeholder={t('gate.measure')}
                aria-label={label('measure')}
                onChange={({ target }) => patch(key, { unit: target.value })}
              />
              <Input
                className={styles.remark ?? ''}
                value={line.remark ?? ''}
                maxLength={200}
                placeholder={t('gate.remark')}
                aria-label={label('remark')}
                onChange={({ target }) => patch(key, { remark: target.value || undefined })}
              />
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('gate.dropLine', { at: at + 1 })}
                onClick={() => change(rows.filter((row) => row.key !== key))}
              />
            </div>
          )
        })}
        <span>
          <Button
            icon={<PlusOutlined aria-hidden />}
            onClick={() => {
              change([...rows, { key: next, line: EMPTY }])
              setNext(next + 1)
            }}
          >
            {t('gate.addLine')}
          </Button>
        </span>
      </div>
    </OwnStatus>
  )
}
registerWidget('goods', GoodsWidget)
