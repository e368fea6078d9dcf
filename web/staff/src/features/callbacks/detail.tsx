import { Button, Input } from 'antd'
import { useState } from 'react'
import { type CallbackLine, judgeCallback } from '#contract/callbacks.ts'
import { KINDS } from '#contract/kinds/kinds.ts'
import { getMatter, type MatterView, moveRoute } from '#contract/matters.ts'
import type { RouteShape } from '#contract/route.ts'
import { AgreedWording } from '#ui/complaint/agreed-wording.tsx'
import { useCase } from '#ui/complaint/use-case.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { MatterFlags, MatterState } from '#ui/matter/matter-state.tsx'
import { MoveForm } from '#ui/matter/move-form.tsx'
import { useMove } from '#ui/moves/use-move.ts'
import { useApiQuery } from '#ui/query.ts'
import { useCan, useEstate, useSession } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import { AnswerKeys } from './answer.tsx'
import { CallState } from './call-state.tsx'
import styles from './callbacks.module.css'
import { Dial, type Override } from './dial.tsx'

/** KN-201, KN-206: who calls, why, whether it is convenient; an apology first where the hour is not good. */
const Words = ({ row }: { row: CallbackLine }) => {
  const { t } = useTexts()
  const { staff } = useSession()
  const estate = useEstate()
  const who = row.matter.customer?.name ?? row.matter.customerName ?? t('callbacks.sir')
  const params = { centre: estate.centre, name: staff.name, who, title: row.matter.title }
  return (
    <section className={styles.words} aria-label={t('callbacks.toSay')}>
      <h3>{t('callbacks.toSay')}</h3>
      {row.call.grade === 'free' ? null : <p>{t('callbacks.say.sorry')}</p>}
      <p>{t('callbacks.say.open', params)}</p>
      <p className="w-quiet">{t('callbacks.say.end')}</p>
    </section>
  )
}

/** KN-203: the points to remember before or while one calls. */
const QuickNote = ({ row }: { row: CallbackLine }) => {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const route: RouteShape = moveRoute(row.matter.kind, 'note')
  const { sendNow, busy } = useMove({
    shape: KINDS[row.matter.kind],
    verb: 'note',
    route,
    subject: row.matter,
    touches: ['matters', 'callbacks'],
  })
  const save = async () => {
    if (text.trim() && (await sendNow({ text }))) setText('')
  }
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Input
        value={text}
        maxLength={4000}
        placeholder={t('callbacks.notePlaceholder')}
        aria-label={t('callbacks.notePlaceholder')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button htmlType="submit" loading={busy} disabled={!text.trim()}>
        {t('verb.note')}
      </Button>
    </form>
  )
}

const Attempts = ({ id }: { id: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const judged = useApiQuery(judgeCallback, { params: { estateId, id } }, { topics: ['matters', 'callbacks'] })
  const attempts = judged.data?.attempts ?? []
  if (attempts.length === 0) return null
  return (
    <section>
      <h3>{t('callbacks.attempts')}</h3>
      <ul className={styles.attempts}>
        {attempts.map((one) => (
          <li key={one.id} className={one.current ? '' : 'w-faint'}>
            <Instant at={one.at} /> {one.by.name} · {t(`choice.${one.how}`)} ·{' '}
            {one.satisfaction ? t(`choice.${one.satisfaction}`) : t(`callbacks.outcome.${one.outcome}`)}
            {one.words ? ` · ${one.words}` : ''}
            {one.override ? ` · ${t(`callbacks.override.${one.override}`)}` : ''}
          </li>
        ))}
      </ul>
    </section>
  )
}

const What = ({ matter }: { matter: MatterView | undefined }) => {
  const { t } = useTexts()
  if (!matter) return null
  return (
    <div className={styles.what}>
      {matter.customerSaid ? (
        <p>
          <span className="w-quiet">{t('field.customerSaid')}</span> {matter.customerSaid}
        </p>
      ) : null}
      {matter.result ? (
        <p>
          <span className="w-quiet">{t('field.result')}</span> {matter.result}
        </p>
      ) : null}
    </div>
  )
}

type Form = { verb: 'waiveCallback' | 'unreachable' | 'close'; matter: MatterView }

/** The workbench for one callback. */
export const Detail = ({ row, onDone }: { row: CallbackLine; onDone: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { matter } = row
  const [override, setOverride] = useState<Override>()
  const [form, setForm] = useState<Form>()
  const whole = useApiQuery(getMatter, { params: { estateId, id: matter.id } }, { topics: ['matters'] })
  const complaint = useCase(matter)
  const can = useCan()
  // CP-118: about complaints the lead calls, or quality, or the company
  const notYours = matter.kind === 'complaint' && !can('complaint.callback')
  const mayCall = !notYours && !row.noCallbackWish
  const offers = (verb: string) => whole.data?.moves.some((move) => move.verb === verb) ?? false
  // a complaint tells apart who cannot be found (E7) and who must not be called
  const waiver =
    row.unreachable && offers('unreachable')
      ? 'unreachable'
      : (row.noCallbackWish || row.unreachable) && offers('waiveCallback')
        ? 'waiveCallback'
        : undefined
  return (
    <article className={`w-card ${styles.detail}`} aria-label={matter.number}>
      <header className={styles.line}>
        <h2 className={styles.title}>
          <EstateLink to={`matters/${matter.id}`}>{matter.title}</EstateLink>
        </h2>
        <TimeLeft dueAt={row.dueAt} />
      </header>
      <div className={styles.tags}>
        <span className="w-figures w-faint">{matter.number}</span>
        <MatterState matter={matter} />
        <MatterFlags matter={matter} />
        {row.unreachable ? <StateTag tone="waiting">{t('callbacks.unreachable')}</StateTag> : null}
      </div>
      <p>
        {[matter.unit?.display, matter.customer?.name ?? matter.customerName].filter(Boolean).join(' · ') || '—'}{' '}
        <span className="w-quiet">{t('callbacks.owner', { name: matter.owner.name })}</span>
      </p>
      <CallState call={row.call} noWish={row.noCallbackWish} />
      <What matter={whole.data} />
      {complaint ? <AgreedWording of={complaint} /> : null}
      {notYours ? <p className="w-quiet">{t('complaint.callbackNotYours')}</p> : null}
      {mayCall ? (
        <>
          <Words row={row} />
          <Dial row={row} override={override} onOverride={setOverride} />
          <AnswerKeys
            row={row}
            override={override}
            onDone={onDone}
            onClosing={(after) => setForm({ verb: 'close', matter: after })}
          />
        </>
      ) : null}
      {whole.data && waiver ? (
        <Button onClick={() => whole.data && setForm({ verb: waiver, matter: whole.data })}>
          {t(`verb.${waiver}`)}
        </Button>
      ) : null}
      <Attempts id={matter.id} />
      <QuickNote row={row} />
      {form ? (
        <MoveForm
          matter={form.matter}
          verb={form.verb}
          onDone={() => {
            setForm(undefined)
            onDone()
          }}
        />
      ) : null}
    </article>
  )
}
