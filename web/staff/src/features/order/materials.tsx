import { Button, Input } from 'antd'
import { useState } from 'react'
import { order as shape } from '#contract/kinds/order.ts'
import { type OrderView, orderMoveRoute } from '#contract/orders.ts'
import { useTexts } from '#ui/i18n.ts'
import { Money } from '#ui/money.tsx'
import { useMove } from '#ui/moves/use-move.ts'
import { ORDER_TOUCHES } from '#ui/order/next-button.tsx'
import styles from './order.module.css'

type Material = OrderView['materials'][number]

/** FD-011: nothing is deleted; a wrong entry is voided with a word why. */
const Void = ({ order, material }: { order: OrderView; material: Material }) => {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { sendNow, busy } = useMove({
    shape,
    verb: 'voidMaterial',
    route: orderMoveRoute('voidMaterial'),
    subject: order,
    touches: ORDER_TOUCHES,
  })
  if (!open) {
    return (
      <Button type="text" size="small" onClick={() => setOpen(true)}>
        {t('order.void')}
      </Button>
    )
  }
  const send = async () => {
    if (reason.trim() && (await sendNow({ materialId: material.id, reason }))) setOpen(false)
  }
  return (
    <form
      className={styles.voiding}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Input
        autoFocus
        value={reason}
        maxLength={300}
        placeholder={t('field.reason')}
        aria-label={t('field.reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button htmlType="submit" danger loading={busy} disabled={!reason.trim()}>
        {t('verb.voidMaterial')}
      </Button>
      <Button onClick={() => setOpen(false)}>{t('common.cancel')}</Button>
    </form>
  )
}

const VOIDABLE: ReadonlySet<string> = new Set(shape.verbs.voidMaterial.from)

export const Materials = ({ order, onAdd }: { order: OrderView; onAdd: (() => void) | undefined }) => {
  const { t } = useTexts()
  // voiding is chosen on its row; who may add may void
  const mayVoid = onAdd !== undefined && VOIDABLE.has(order.state)
  if (order.materials.length === 0 && !onAdd) return null
  return (
    <section className={`w-card ${styles.block}`}>
      <div className={styles.row}>
        <h2>{t('field.materials')}</h2>
        {onAdd ? (
          <Button size="small" onClick={onAdd}>
            {t('verb.addMaterials')}
          </Button>
        ) : null}
      </div>
      {order.materials.length === 0 ? <p className="w-quiet">{t('order.noMaterials')}</p> : null}
      <ul className={styles.list}>
        {order.materials.map((material) => (
          <li key={material.id} className={styles.row}>
            <span className={material.voidReason ? styles.gone : ''}>
              {material.name}{' '}
              <span className="w-figures w-quiet">
                {material.qty} {material.unit}
              </span>
              {material.unitFen === null ? null : (
                <>
                  {' '}
                  · <Money fen={material.unitFen} />
                </>
              )}
            </span>
            {material.voidReason ? (
              <span className="w-quiet w-small">{t('order.voided', { reason: material.voidReason })}</span>
            ) : mayVoid ? (
              <Void order={order} material={material} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
