import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { OwnStatus } from '#ui/form/own-status.tsx'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import { fenOf, Money, yuanText } from '#ui/money.tsx'
import styles from './items.module.css'
import { gapsOf, type ItemDraft, isBlank, quantityOf, sumOf, totalOf } from './quote-sum.rules.ts'

const Extra = z.object({ priced: z.boolean() })
type Row = { key: number; item: ItemDraft; price: string; qty: string }

const rowOf = (item: ItemDraft, key: number): Row => ({
  key,
  item,
  qty: item.qty === undefined ? '' : String(item.qty),
  price: typeof item.unitFen === 'number' ? yuanText(item.unitFen) : (item.unitFen ?? ''),
})
const isDraft = (value: unknown): value is ItemDraft => typeof value === 'object' && value !== null
const rowsOf = (value: unknown): Row[] => {
  const items = Array.isArray(value) ? value.filter(isDraft) : []
  return (items.length > 0 ? items : [{}]).map(rowOf)
}

/** Rows of name, quantity, unit and price; prices typed in yuan and kept in fen, the total always in sight. */
const ItemsWidget: Widget = ({ id, value, onChange, spec, ...aria }) => {
  const { t } = useTexts()
  const { priced } = Extra.parse(spec.extra)
  const [rows, setRows] = useState(() => rowsOf(value))
  const [next, setNext] = useState(rows.length)
  const wrong = aria['aria-invalid'] === 'true'

  const change = (after: Row[]) => {
    setRows(after)
    const items = after.map((row) => row.item).filter((item) => !isBlank(item))
    onChange?.(items.length > 0 ? items : undefined)
  }
  const patch = (key: number, part: Partial<Row>, item: ItemDraft) =>
    change(rows.map((row) => (row.key === key ? { ...row, ...part, item: { ...row.item, ...item } } : row)))
  const add = () => {
    change([...rows, rowOf({}, next)])
    setNext(next + 1)
  }
  const remove = (key: number) => {
    const left = rows.filter((row) => row.key !== key)
    change(left.length > 0 ? left : [rowOf({}, next)])
    setNext(next + 1)
  }
  return (
    <OwnStatus>
      <div className={styles.items}>
        {rows.map(({ key, item, qty, price }, at) => {
          const gaps = wrong && !isBlank(item) ? gapsOf(item, priced) : []
          const mark = (name: keyof ItemDraft) =>
            gaps.includes(name) ? ({ status: 'error', 'aria-invalid': true } as const) : {}
          const label = (name: string) => t('order.itemCell', { row: at + 1, cell: name })
          const sum = sumOf(item)
          return (
            <div key={key} className={`${styles.item} ${priced ? '' : styles.unpriced}`}>
              <Input
                {...(at === 0 && id ? { id } : {})}
                {...mark('name')}
                className={styles.name ?? ''}
                value={item.name ?? ''}
                maxLength={100}
                placeholder={t('field.name')}
                aria-label={label(t('field.name'))}
                onChange={(event) => patch(key, {}, { name: event.target.value || undefined })}
              />
              <Input
                {...mark('qty')}
                value={qty}
                inputMode="decimal"
                placeholder={t('field.qty')}
                aria-label={label(t('field.qty'))}
                onChange={({ target }) =>
                  patch(
                    key,
                    { qty: target.value },
                    { qty: target.value.trim() === '' ? undefined : (quantityOf(target.value) ?? target.value) },
                  )
                }
              />
              <Input
                {...mark('unit')}
                value={item.unit ?? ''}
                maxLength={20}
                placeholder={t('order.unitHint')}
                aria-label={label(t('field.unit'))}
                onChange={(event) => patch(key, {}, { unit: event.target.value || undefined })}
              />
              <Input
                {...mark('unitFen')}
                className={styles.price ?? ''}
                value={price}
                inputMode="decimal"
                prefix="¥"
                placeholder={priced ? t('field.unitFen') : t('common.optional')}
                aria-label={label(t('field.unitFen'))}
                onChange={({ target }) =>
                  patch(
                    key,
                    { price: target.value },
                    { unitFen: target.value.trim() === '' ? undefined : (fenOf(target.value) ?? target.value) },
                  )
                }
              />
              {priced ? <span className={styles.sum}>{sum === undefined ? '—' : <Money fen={sum} />}</span> : null}
              <Button
                className={styles.remove ?? ''}
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('order.removeItem', { row: at + 1 })}
                onClick={() => remove(key)}
              />
            </div>
          )
        })}
        <div className={styles.foot}>
          <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
            {t('order.addItem')}
          </Button>
          {priced ? (
            <output className={styles.total}>
              {t('order.totalToTell')} <Money fen={totalOf(rows.map((row) => row.item))} />
            </output>
          ) : null}
        </div>
      </div>
    </OwnStatus>
  )
}

registerWidget('orderItems', ItemsWidget)
