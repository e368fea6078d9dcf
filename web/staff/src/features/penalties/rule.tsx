import { PlusOutlined } from '@ant-design/icons'
import type { UseQueryResult } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { addPenaltyRule, type getPenaltyRule, type PenaltyRule } from '#contract/penalties.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useToday } from '#ui/order/order-times.tsx'
import { useApiMutation } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './penalties.module.css'
import { Versions } from './versions.tsx'

const AddDialog = ({ before, onClose }: { before: PenaltyRule | null; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const today = useToday()
  const add = useApiMutation(addPenaltyRule)
  return (
    <FormDialog
      columns={2}
      title={t('penalties.addTitle')}
      intro={t('penalties.addHint')}
      schema={addPenaltyRule.body}
      initial={{ effectiveOn: today, ...(before ? { text: before.text } : {}) }}
      fields={{
        text: { label: t('penalties.text'), rows: 8, autoFocus: true },
        effectiveOn: { label: t('penalties.effectiveOn'), widget: 'date' },
      }}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        await add.mutateAsync({ params: { estateId }, body })
        notice.good(t('penalties.added'))
        onClose()
      }}
    />
  )
}

type Known = z.output<(typeof getPenaltyRule)['response']>

/** The rule in force and all its versions. */
export const Rule = ({ query }: { query: UseQueryResult<Known> }) => {
  const { t } = useTexts()
  const can = useCan()
  const [adding, setAdding] = useState(false)
  const add = can(['complaint.report', 'settings.edit']) ? (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
      {t('penalties.add')}
    </Button>
  ) : null
  return (
    <QueryView query={query}>
      {({ inForce, missing }) => (
        <>
          {missing ? (
            <Alert className={styles.alert ?? ''} type="error" showIcon title={t('penalties.missing')} />
          ) : null}
          <section className={`w-card ${styles.rule}`}>
            {inForce ? (
              <>
                <div className={styles.head}>
                  <h2>{t('penalties.inForce')}</h2>
                  <span className="w-quiet w-small">
                    {t('penalties.version', { number: inForce.number })} ·{' '}
                    {t('penalties.since', { date: inForce.effectiveOn })} ·{' '}
                    {t('penalties.by', { name: inForce.createdBy.name })}
                  </span>
                  {add ? <span className={styles.end}>{add}</span> : null}
                </div>
                <p className={styles.text}>{inForce.text}</p>
              </>
            ) : (
              <EmptyState title={t('penalties.noRule')} hint={t('penalties.noRuleHint')} actions={add} />
            )}
          </section>
          <Versions />
          {adding ? <AddDialog before={inForce} onClose={() => setAdding(false)} /> : null}
        </>
      )}
    </QueryView>
  )
}
