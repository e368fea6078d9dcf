import { BellOutlined, TeamOutlined, UserAddOutlined } from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { type Ref, useImperativeHandle, useState } from 'react'
import {
  arriveInQueue,
  callNextVisitor,
  callVisitor,
  comeToQueue,
  getQueue,
  type QueueAssist,
  type QueueVisitor,
  visitorLeft,
} from '#contract/desk.ts'
import { instantMs, useNow } from '#ui/clock.ts'
import { errorText } from '#ui/error-text.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { useEstate, useZone } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { wallTime } from '#ui/time.rules.ts'
import { spanText } from '#ui/time-texts.ts'
import { KeyHint } from './key-hint.tsx'
import styles from './queue-strip.module.css'

/** Within the page, so that it stands inside its main part for whoever listens to it. */
const beside = (trigger: HTMLElement) => trigger.parentElement ?? document.body

const TOPICS = { touches: ['queue'] }

/** When somebody came and how long that is: the clerk apologises with knowledge (FD-016). */
const Arrived = ({ visitor }: { visitor: QueueVisitor }) => {
  const { t, lang } = useTexts()
  const zone = useZone()
  const came = instantMs(visitor.arrivedAt)
  const now = useNow()
  return (
    <span className="w-figures w-quiet w-small">
      {t('desk.arrived', { time: wallTime(came, zone).time, span: spanText(t, lang, Math.max(0, now - came)) })}
    </span>
  )
}

/** FD-017: more are waiting than one desk should keep waiting, and help has been called. */
const Assist = ({ assist }: { assist: QueueAssist }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const come = useApiMutation(comeToQueue, { ...TOPICS, onError: notice.bad })
  return (
    <span className={styles.assist} role="status">
      <BellOutlined aria-hidden />
      {assist.cameBy
        ? t('desk.assistCame', { name: assist.cameBy.name })
        : t('desk.assistCalled', { length: assist.length })}
      {assist.cameBy ? null : (
        <Button
          size="small"
          loading={come.isPending}
          onClick={() => come.mutate({ params: { estateId, id: assist.id }, body: {} })}
        >
          {t('desk.assistCome')}
        </Button>
      )}
    </span>
  )
}

const Arrive = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const [name, setName] = useState('')
  const [purpose, setPurpose] = useState('')
  const arrive = useApiMutation(arriveInQueue, { ...TOPICS, onSuccess: onDone, onError: notice.bad })
  const send = () =>
    arrive.mutate({
      params: { estateId },
      body: { ...(name.trim() ? { name: name.trim() } : {}), ...(purpose.trim() ? { purpose: purpose.trim() } : {}) },
    })
  return (
    <form
      className={styles.arrive}
      onSubmit={(event) => {
        event.preventDefault()
        if (!arrive.isPending) send()
      }}
    >
      <Input
        autoFocus
        value={name}
        maxLength={100}
        placeholder={t('desk.visitorName')}
        aria-label={t('desk.visitorName')}
        onChange={(event) => setName(event.target.value)}
      />
      <Input
        value={purpose}
        maxLength={200}
        placeholder={t('desk.visitorPurpose')}
        aria-label={t('desk.visitorPurpose')}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={arrive.isPending}>
        {t('desk.visitorAdd')}
      </Button>
    </form>
  )
}

const Waiting = ({ rows, onCalled }: { rows: readonly QueueVisitor[]; onCalled: (visitor: QueueVisitor) => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const callOne = useApiMutation(callVisitor, {
    ...TOPICS,
    onSuccess: ({ visitor }) => onCalled(visitor),
    onError: notice.bad,
  })
  const left = useApiMutation(visitorLeft, { ...TOPICS, onError: notice.bad })
  if (rows.length === 0) return <p className="w-quiet">{t('desk.nobodyWaits')}</p>
  return (
    <ul className={styles.waiting}>
      {rows.map((visitor) => (
        <li key={visitor.id}>
          <span className={styles.who}>
            <b className="w-figures">{t('desk.ticket', { ticket: visitor.ticket })}</b>{' '}
            {visitor.customer?.name ?? visitor.name} <span className="w-quiet">{visitor.purpose}</span>
            <br />
            <Arrived visitor={visitor} />
          </span>
          <Button size="small" onClick={() => callOne.mutate({ params: { estateId, id: visitor.id }, body: {} })}>
            {t('desk.callThis')}
          </Button>
          <Button
            size="small"
            type="text"
            onClick={() => left.mutate({ params: { estateId, id: visitor.id }, body: {} })}
          >
            {t('desk.hasLeft')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Who waits at the desk, since when, and one key to call the next. */
export const QueueStrip = ({
  ref,
  onCalled,
}: {
  ref: Ref<{ next: () => void }>
  onCalled: (visitor: QueueVisitor) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const [shown, setShown] = useState<'list' | 'arrive'>()
  const queue = useApiQuery(getQueue, { params: { estateId } }, { topics: ['queue'] })
  const called = (visitor: QueueVisitor) => {
    setShown(undefined)
    onCalled(visitor)
  }
  const next = useApiMutation(callNextVisitor, {
    ...TOPICS,
    onSuccess: ({ visitor }) => called(visitor),
    onError: notice.bad,
  })
  const waiting = queue.data?.waiting ?? []
  const callNext = () => {
    if (waiting.length > 0 && !next.isPending) next.mutate({ params: { estateId }, body: {} })
  }
  useImperativeHandle(ref, () => ({ next: callNext }))
  const first = waiting[0]
  if (queue.error && !queue.data) {
    return (
      <span className={`${styles.strip} w-quiet w-small`} role="alert">
        {errorText(t, queue.error)}
      </span>
    )
  }
  return (
    <div className={styles.strip}>
      {queue.data?.assist ? <Assist assist={queue.data.assist} /> : null}
      <Popover
        open={shown === 'list'}
        onOpenChange={(open) => setShown(open ? 'list' : undefined)}
        trigger="click"
        getPopupContainer={beside}
        placement="bottomRight"
        title={t('desk.waiting', { count: waiting.length })}
        content={<Waiting rows={waiting} onCalled={called} />}
      >
        <Button type="text" icon={<TeamOutlined aria-hidden />} aria-expanded={shown === 'list'}>
          <StateTag
            tone={
              waiting.length > (queue.data?.threshold ?? Number.POSITIVE_INFINITY)
                ? 'late'
                : waiting.length > 0
                  ? 'waiting'
                  : 'neutral'
            }
          >
            {t('desk.waiting', { count: waiting.length })}
          </StateTag>
        </Button>
      </Popover>
      {first ? <Arrived visitor={first} /> : null}
      <Button disabled={waiting.length === 0} loading={next.isPending} onClick={callNext}>
        {t('desk.callNext')} <KeyHint keys="alt+q" />
      </Button>
      <Popover
        open={shown === 'arrive'}
        onOpenChange={(open) => setShown(open ? 'arrive' : undefined)}
        trigger="click"
        getPopupContainer={beside}
        placement="bottomRight"
        destroyOnHidden
        title={t('desk.visitorArrives')}
        content={<Arrive onDone={() => setShown(undefined)} />}
      >
        <Button type="text" icon={<UserAddOutlined aria-hidden />} aria-label={t('desk.visitorArrives')} />
      </Popover>
    </div>
  )
}
