import { CloseOutlined, PhoneOutlined, WarningOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { answerCall, getCall, listCalls, type PhoneCall } from '#contract/calls.ts'
import { instantMs, nowMs } from '#ui/clock.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { useLiveEvent } from '#ui/live.ts'
import { useNotice } from '#ui/notice.tsx'
import { queryKey, useApiMutation, useApiQuery } from '#ui/query.ts'
import { useCan, useEstate, useSession } from '#ui/session.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { keepAside, readAside } from './aside.ts'
import styles from './ringing.module.css'
import { type Ringing, ringingFor } from './ringing.rules.ts'

const MOST = 10
const SECOND_MS = 1000

/** Ticks every second while something rings, so that the third ring is not missed by five. */
const useSeconds = (on: boolean): number => {
  const [now, setNow] = useState(nowMs)
  useEffect(() => {
    if (!on) return
    setNow(nowMs())
    const timer = setInterval(() => setNow(nowMs()), SECOND_MS)
    return () => clearInterval(timer)
  }, [on])
  return now
}

const Card = ({
  ringing: { call, how },
  first,
  now,
  onOpen,
  onAside,
}: {
  ringing: Ringing<PhoneCall>
  first: boolean
  now: number
  onOpen: () => void
  onAside: () => void
}) => {
  const { t } = useTexts()
  const { id: estateId, settings } = useEstate()
  const button = useRef<HTMLButtonElement>(null)
  const { data } = useApiQuery(getCall, { params: { estateId, id: call.id } }, { topics: ['calls'] })
  const seconds = Math.max(0, Math.floor((now - instantMs(call.ringingAt)) / SECOND_MS))
  const late = how === 'ringing' ? now - instantMs(call.ringingAt) > settings.lateRingSeconds * SECOND_MS : call.late
  useEffect(() => {
    // Whoever is typing is not torn away; whoever is idle answers with Enter.
    const typing = document.activeElement?.closest('input, textarea, select, [role="dialog"]')
    // A desk without a word on it says so (`data-idle`): its cursor waits for nobody, unless somebody is being looked for.
    const empty = !(typing instanceof HTMLInputElement || typing instanceof HTMLTextAreaElement) || typing.value === ''
    if (first && (!typing || (empty && typing.closest('[data-idle="true"]')))) button.current?.focus()
  }, [first])
  const callers = data?.callers ?? []
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <PhoneOutlined aria-hidden className={styles.icon ?? ''} />
        <span className={`${styles.number} w-figures`}>{data?.number ?? call.number}</span>
        {how === 'ringing' ? (
          <span className="w-figures w-faint w-small">{t('ringing.seconds', { seconds })}</span>
        ) : null}
        <button
          type="button"
          className={styles.aside}
          aria-label={t('ringing.aside', { number: call.number })}
          onClick={onAside}
        >
          <CloseOutlined aria-hidden />
        </button>
      </div>
      {callers.slice(0, 3).map((caller) => (
        <div key={caller.customer.id} className={styles.who}>
          <b>{caller.customer.name}</b> {caller.units.map((unit) => unit.display).join('、')}
          {caller.customer.noCallback ? <StateTag tone="late">{t('flag.noCallbackWish')}</StateTag> : null}
          {caller.customer.important ? <StateTag tone="active">{t('omnibox.important')}</StateTag> : null}
          {caller.cautions.map((caution) => (
            <p key={caution} className={styles.caution}>
              <WarningOutlined aria-hidden /> {caution}
            </p>
          ))}
        </div>
      ))}
      {data && callers.length === 0 ? <div className="w-quiet">{t('desk.numberUnknown')}</div> : null}
      {callers.length > 3 ? (
        <div className="w-quiet w-small">{t('ringing.more', { count: callers.length - 3 })}</div>
      ) : null}
      {data && data.openMatters.length > 0 ? (
        <div className="w-quiet w-small">
          {t('ringing.open', { count: data.openMatters.length, title: data.openMatters[0]?.title ?? '' })}
        </div>
      ) : null}
      {late ? (
        <div className={styles.late} role="note">
          {t('desk.say.late')}
        </div>
      ) : null}
      <Button ref={button} type="primary" block onClick={onOpen}>
        {t(how === 'ringing' ? 'ringing.answer' : 'ringing.open.card')}{' '}
        {first ? <span className={styles.key}>Alt A</span> : null}
      </Button>
    </li>
  )
}

/** A telephone that rings is seen on every page; answering opens the desk with the caller's card. */
const Calls = () => {
  const { t } = useTexts()
  const { staff } = useSession()
  const { id: estateId } = useEstate()
  const client = useQueryClient()
  const notice = useNotice()
  const go = useGo()
  const [aside, setAside] = useState<ReadonlySet<string>>(readAside)
  const input = { params: { estateId } }
  const ringing = useApiQuery(listCalls, { ...input, query: { state: 'ringing', limit: MOST } }, { topics: ['calls'] })
  const answered = useApiQuery(
    listCalls,
    { ...input, query: { state: 'answered', limit: MOST } },
    { topics: ['calls'] },
  )
  // A ring cannot wait until news are gathered for the lists.
  useLiveEvent(estateId, 'calls', () => {
    void ringing.refetch()
    void answered.refetch()
  })
  const rows = [...(ringing.data?.rows ?? []), ...(answered.data?.rows ?? [])]
  const now = useSeconds(rows.some((call) => call.state === 'ringing'))
  const shown = ringingFor(rows, staff.id, aside, Math.max(now, nowMs()))
  const putAside = (id: string) => {
    const next = new Set([...aside, id])
    setAside(next)
    keepAside(next)
  }
  const show = (id: string) => {
    putAside(id)
    go('desk', { call: id })
  }
  const answer = useApiMutation(answerCall, {
    touches: ['calls'],
    onSuccess: (call) => {
      client.setQueryData(queryKey(getCall, { params: { estateId, id: call.id } }), call)
      show(call.id)
    },
    onError: notice.bad,
  })
  const open = ({ call, how }: Ringing<PhoneCall>) => {
    if (how === 'pickedUp') show(call.id)
    else if (!answer.isPending) answer.mutate({ params: { estateId, id: call.id }, body: {} })
  }
  const first = shown[0]
  const latest = useRef(() => {})
  useEffect(() => {
    latest.current = () => first && open(first)
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyA') return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useShortcut('alt+a', t('ringing.key'), t('shell.shortcutGeneral'), () => {})
  return (
    <section className={styles.place} aria-label={t('ringing.title')} hidden={shown.length === 0}>
      <div className="w-hidden" role="alert">
        {first ? t('ringing.said', { number: first.call.number, name: first.call.customer?.name ?? '' }) : ''}
      </div>
      <ul className={styles.list}>
        {shown.map((one) => (
          <Card
            key={one.call.id}
            ringing={one}
            first={one === first}
            now={now}
            onOpen={() => open(one)}
            onAside={() => putAside(one.call.id)}
          />
        ))}
      </ul>
    </section>
  )
}

export const Slot = () => {
  const can = useCan()
  return can('desk.use') ? <Calls /> : null
}
