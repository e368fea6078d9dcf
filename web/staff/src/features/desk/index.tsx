import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { finishVisitor, type QueueVisitor } from '#contract/desk.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { usePageTitle } from '#ui/page-header.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { CardColumn } from './card-column.tsx'
import type { Conversation } from './conversation.rules.ts'
import { useDesk } from './conversation-store.ts'
import styles from './desk.module.css'
import { useDeskKeys } from './desk-keys.ts'
import { KeyHint } from './key-hint.tsx'
import { After } from './next/after.tsx'
import { Before } from './next/before.tsx'
import { QueueStrip } from './queue-strip.tsx'
import { Tabs } from './tabs.tsx'
import { type TalkActs, TalkColumn } from './talk-column.tsx'
import { useArrivals } from './use-arrivals.ts'

const seedOfVisitor = (visitor: QueueVisitor) => ({
  visitorId: visitor.id,
  ...(visitor.customer ? { customer: visitor.customer } : {}),
  ...(visitor.unit ? { unit: visitor.unit } : {}),
  values: {
    channel: 'visit' as const,
    name: visitor.customer ? '' : (visitor.name ?? ''),
    said: visitor.purpose ?? '',
  },
})

/** True once the conversation has ended while it was looked at: then the keyboard goes on to the next move. */
const useEndedHere = ({ id, outcome }: Conversation): boolean => {
  const open = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!outcome) open.current = id
  }, [id, outcome])
  return outcome !== undefined && open.current === id
}

/** Who it is on the left, what is said in the middle, what happens next on the right. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const notice = useNotice()
  const desk = useDesk()
  const { state, active } = desk
  const acts = useRef<TalkActs>(null)
  const queue = useRef<{ next: () => void }>(null)
  const finish = useApiMutation(finishVisitor, { touches: ['queue'], onError: notice.bad })
  const focusNext = useEndedHere(active)
  usePageTitle(t('nav.desk'))
  useArrivals(desk)

  const close = (talk: Conversation) => {
    const matterId = talk.outcome?.matterId
    if (talk.visitorId && talk.outcome)
      finish.mutate({ params: { estateId, id: talk.visitorId }, body: matterId ? { matterId } : {} })
    desk.close(talk.id)
  }
  const blank = () => desk.open({ beganAt: undefined })
  const another = () => {
    const { unit, customer, values, outcome } = active
    if (!outcome) return blank()
    desk.open({
      beganAt: undefined,
      unit,
      customer,
      values: { channel: values.channel, name: values.name, phone: values.phone },
    })
  }
  const emergency = () => {
    if (active.outcome) desk.open({ values: { contactType: 'emergency', channel: active.values.channel } })
    else desk.change({ contactType: 'emergency' })
  }
  const goBack = () => {
    if (active.outcome) close(active)
    else if (active.values.contactType === 'emergency') desk.change({ contactType: undefined })
    else desk.clear()
  }
  useDeskKeys({
    figure: (at) => acts.current?.figure(at),
    household: () => acts.current?.household(),
    said: () => acts.current?.said(),
    take: () => acts.current?.take(),
    join: () => acts.current?.join(),
    submit: () => acts.current?.submit(),
    emergency,
    another,
    turn: desk.turn,
    nextVisitor: () => queue.current?.next(),
    undo: desk.undoClear,
    escape: goBack,
  })

  return (
    <div className={styles.desk}>
      <h1 className="w-hidden">{t('nav.desk')}</h1>
      <div className={styles.top}>
        <Tabs
          list={state.list}
          activeId={active.id}
          onOpen={desk.activate}
          onClose={(id) => {
            const talk = state.list.find((one) => one.id === id)
            if (talk?.outcome) close(talk)
            else if (talk) desk.drop(id)
          }}
          onNew={blank}
        />
        {state.cleared ? (
          <div className={styles.undo} role="status">
            {t('desk.cleared')}
            <Button size="small" onClick={desk.undoClear}>
              {t('desk.undo')} <KeyHint keys="alt+z" />
            </Button>
          </div>
        ) : null}
        {can('queue.use') ? <QueueStrip ref={queue} onCalled={(visitor) => desk.open(seedOfVisitor(visitor))} /> : null}
      </div>
      <CardColumn talk={active} onChange={desk.attach} />
      <TalkColumn
        key={active.id}
        ref={acts}
        talk={active}
        desk={desk}
        onAnother={another}
        onDone={() => close(active)}
        onEmergency={emergency}
        onNotUrgent={goBack}
      />
      <aside className={`${styles.column} ${styles.next}`} aria-label={t('desk.next')}>
        {active.outcome ? (
          <After key={active.id} talk={active} focus={focusNext} onDone={() => close(active)} />
        ) : (
          <Before talk={active} />
        )}
      </aside>
    </div>
  )
}
