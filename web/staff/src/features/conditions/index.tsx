import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { listWords } from '#content/list-words.ts'
import { nameIn } from '#content/usual-names.ts'
import {
  type CalledCondition,
  type ConditionCall,
  callCondition,
  endCondition,
  getConditionBoard,
  isCalledOff,
} from '#contract/inspection-plans.ts'
import { instantMs, useNow } from '#ui/clock.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import '#ui/inspection/place-picker.tsx'
import { Instant } from '#ui/instant.tsx'
import { useNotice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './conditions.module.css'
import { History } from './history.tsx'

type Board = z.output<(typeof getConditionBoard)['response']>['conditions'][number]

const useComing = (call: ConditionCall | null): boolean =>
  instantMs(call?.fromAt ?? '1970-01-01T00:00:00.000Z') > useNow()

const Standing = ({ call }: { call: ConditionCall | null }) => {
  const { t, lang } = useTexts()
  const coming = useComing(call)
  if (call === null) return <StateTag>{t('conditions.none')}</StateTag>
  return (
    <span className={styles.standing}>
      <StateTag tone={coming ? 'waiting' : 'active'}>{t(coming ? 'conditions.coming' : 'conditions.now')}</StateTag>
      <span className="w-small">
        <Instant at={call.fromAt} show="absolute" /> · {call.calledBy.name} ·{' '}
        {t('conditions.rounds', { done: call.done, rounds: call.rounds })}
        {call.places.length > 0
          ? ` · ${listWords(
              lang,
              call.places.map((p) => p.name),
            )}`
          : null}
      </span>
    </span>
  )
}

const LaterForm = ({ condition, onClose }: { condition: CalledCondition; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const call = useApiMutation(callCondition)
  return (
    <FormDialog
      title={t('conditions.laterTitle', { condition: t(`condition.${condition}`) })}
      schema={callCondition.body}
      initial={{ condition }}
      fields={{
        fromAt: { label: t('conditions.fromAt'), help: t('conditions.fromAtHelp') },
        placeIds: { label: t('conditions.places'), help: t('conditions.placesHelp'), widget: 'places' },
        note: { label: t('conditions.note'), rows: 2 },
      }}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        const made = await call.mutateAsync({ params: { estateId }, body })
        notice.good(t('conditions.called', { count: made.rounds }))
        onClose()
      }}
    />
  )
}

const Card = ({ one, onLater }: { one: Board; onLater: () => void }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const word = t(`condition.${one.condition}`)
  const begin = useApiMutation(callCondition, {
    onSuccess: (made) => notice.good(t('conditions.called', { count: made.rounds })),
    onError: (error) => notice.bad(error),
  })
  const end = useApiMutation(endCondition, {
    onSuccess: (over) => notice.good(t(isCalledOff(over) ? 'conditions.calledOff' : 'conditions.ended')),
    onError: (error) => notice.bad(error),
  })
  const { call } = one
  const coming = useComing(call)
  return (
    <li className={`w-card ${styles.card}`}>
      <h2>{word}</h2>
      <Standing call={call} />
      <span className="w-small w-quiet">
        {one.plans.length > 0
          ? t('conditions.waiting', {
              names: listWords(
                lang,
                one.plans.map((p) => nameIn(lang, p.name)),
              ),
            })
          : t('conditions.noPlan')}
      </span>
      <span className={styles.acts}>
        {call ? (
          <ConfirmButton
            question={t(coming ? 'conditions.callOffAsk' : 'conditions.endAsk', { condition: word })}
            onConfirm={() => end.mutateAsync({ params: { estateId, id: call.id }, body: {} })}
          >
            {t(coming ? 'conditions.callOff' : 'conditions.end')}
          </ConfirmButton>
        ) : (
          <>
            <Button
              type="primary"
              loading={begin.isPending}
              aria-label={`${word}: ${t('conditions.begin')}`}
              onClick={() => begin.mutate({ params: { estateId }, body: { condition: one.condition } })}
            >
              {t('conditions.begin')}
            </Button>
            <Button aria-label={`${word}: ${t('conditions.later')}`} onClick={onLater}>
              {t('conditions.later')}
            </Button>
          </>
        )}
      </span>
    </li>
  )
}

/** It rains now: one press, and what waits for it goes. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const board = useApiQuery(getConditionBoard, { params: { estateId } })
  const [later, setLater] = useState<CalledCondition>()
  return (
    <>
      <PageHeader title={t('nav.conditions')} hint={t('conditions.hint')} />
      <QueryView query={board}>
        {({ conditions }) => (
          <ul className={styles.board}>
            {conditions.map((one) => (
              <Card key={one.condition} one={one} onLater={() => setLater(one.condition)} />
            ))}
          </ul>
        )}
      </QueryView>
      <h2 className={styles.history}>{t('conditions.history')}</h2>
      <History />
      {later ? <LaterForm condition={later} onClose={() => setLater(undefined)} /> : null}
    </>
  )
}
