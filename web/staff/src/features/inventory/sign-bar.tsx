import { Alert, Button, Progress } from 'antd'
import { useState } from 'react'
import { type InventoryDay, signInventory } from '#contract/inventory.ts'
import { type ApiError, isApiError } from '#ui/api-error.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './inventory.module.css'
import { missingOf } from './note-order.rules.ts'

/** How far the day is, and its signature. A refusal names what is missing and leads there. */
export const SignBar = ({
  day,
  counts,
  due,
  today,
  onJump,
}: {
  day: InventoryDay
  counts: { items: number; noted: number }
  due: string
  today: string
  onJump: (matterId: string) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const notice = useNotice()
  const [refused, setRefused] = useState<ApiError>()
  const sign = useApiMutation(signInventory, {
    touches: ['inventory', 'desk'],
    onSuccess: () => {
      setRefused(undefined)
      notice.good(t('inventory.signed'))
    },
  })
  const go = async () => {
    try {
      await sign.mutateAsync({ params: { estateId }, body: { date: day.date } })
    } catch (error) {
      if (isApiError(error) && error.code === 'E_INVENTORY_GAP') {
        setRefused(error)
        const first = missingOf(error.details).missing[0]
        if (first) onJump(first.id)
      } else notice.bad(error)
    }
  }
  const percent = counts.items === 0 ? 100 : Math.floor((counts.noted / counts.items) * 100)
  const gap = refused ? missingOf(refused.details) : undefined
  return (
    <>
      <div className={`w-card ${styles.signBar}`}>
        <div className={styles.progress}>
          <strong className="w-figures" role="status">
            {day.signed
              ? t('inventory.items', { count: counts.items })
              : t('inventory.progress', { noted: counts.noted, items: counts.items })}
          </strong>
          {day.signed ? null : (
            <Progress percent={percent} showInfo={false} size="small" aria-label={t('inventory.progressLabel')} />
          )}
        </div>
        {day.signed ? (
          <span>
            <StateTag tone="good">{t('inventory.signedTag')}</StateTag> {day.signed.by.name}
            {day.signed.role ? ` (${wordFor(t, `role.${day.signed.role}`)})` : ''} ·{' '}
            <Instant at={day.signed.at} show="absolute" />
          </span>
        ) : (
          <>
            <span className="w-quiet w-small">{t('inventory.due', { time: due })}</span>
            {can('inventory.sign') && day.date === today ? (
              <ConfirmButton
                type="primary"
                loading={sign.isPending}
                question={
                  counts.items === 0 ? t('inventory.signNil') : t('inventory.signQuestion', { count: counts.items })
                }
                hint={t('inventory.signHint')}
                confirmLabel={t('inventory.sign')}
                onConfirm={go}
              >
                {t('inventory.sign')}
              </ConfirmButton>
            ) : null}
          </>
        )}
      </div>
      {gap ? (
        <Alert
          className={styles.alert ?? ''}
          type="error"
          showIcon
          closable={{ onClose: () => setRefused(undefined) }}
          title={t('inventory.missing', { count: gap.count })}
          description={
            <span className={styles.jumps}>
              {gap.missing.map((one) => (
                <Button key={one.id} size="small" onClick={() => onJump(one.id)}>
                  <span className="w-figures">{one.number}</span> {one.title}
                </Button>
              ))}
            </span>
          }
        />
      ) : null}
    </>
  )
}
