import { Button } from 'antd'
import { useState } from 'react'
import {
  amendHandover,
  getHandover,
  type HandoverView,
  handover as shape,
  withdrawHandover,
} from '#contract/handover.ts'
import { type ApiError, isApiError } from '#ui/api-error.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { fenOf, yuanText } from '#ui/money.tsx'
import { MoveForm } from '#ui/moves/move-form.tsx'
import { useMove } from '#ui/moves/use-move.ts'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { Accept } from './accept.tsx'
import { type Draft, emptyDraft, type Fault, toEntries } from './entries.rules.ts'
import { Group } from './group.tsx'
import { GroupEditor } from './group-editor.tsx'
import styles from './handover.module.css'
import { PrintRecord } from './print-record.tsx'
import { Overtaken } from './told.tsx'
import { HANDOVER_TONE } from './tone.ts'

const TOUCHES = ['handover', 'handovers', 'matters', 'duty'] as const

const draftOf = (handover: HandoverView): Draft => {
  const draft = emptyDraft()
  for (const { group, entries } of handover.groups)
    draft[group] = entries.map(({ text, count, amountFen }) => ({
      text,
      count: count === undefined ? '' : String(count),
      amount: amountFen === undefined ? '' : yuanText(amountFen),
    }))
  return draft
}

const Amend = ({ handover, onDone }: { handover: HandoverView; onDone: () => void }) => {
  const { t } = useTexts()
  const [draft, setDraft] = useState(() => draftOf(handover))
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [refused, setRefused] = useState<ApiError>()
  const { send, busy } = useMove({ shape, verb: 'amend', route: amendHandover, subject: handover, touches: TOUCHES })
  const save = async () => {
    const sent = toEntries(draft, fenOf)
    if ('faults' in sent) return setFaults(sent.faults)
    setFaults([])
    try {
      await send({ groups: sent.entries, toStaffId: handover.to?.id ?? null })
      onDone()
    } catch (error) {
      if (!isApiError(error)) throw error
      setRefused(error)
    }
  }
  return (
    <section className={`w-card ${styles.block}`}>
      <GroupEditor draft={draft} faults={faults} onChange={setDraft} />
      {refused ? <Overtaken error={refused} /> : null}
      <div className={styles.acts}>
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {t('common.save')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </section>
  )
}

const Record = ({ handover, onBack }: { handover: HandoverView; onBack: () => void }) => {
  const { t } = useTexts()
  const [doing, setDoing] = useState<'amend' | 'withdraw'>()
  const offers = (verb: HandoverView['moves'][number]) => handover.moves.includes(verb)
  return (
    <div className={styles.record}>
      <div className={`w-card ${styles.block}`}>
        <div className={styles.row}>
          <h2 className={styles.title}>
            <span className="w-figures">{handover.number}</span> {handover.post.name}
            {handover.shift ? ` · ${handover.shift}` : ''}
          </h2>
          <StateTag tone={HANDOVER_TONE[handover.state]}>{t(`handoverState.${handover.state}`)}</StateTag>
        </div>
        <p>
          {t('handover.fromTo', { from: handover.from.name, to: handover.to?.name ?? t('handover.anyTaker') })} ·{' '}
          <Instant at={handover.openedAt} show="absolute" />
          {handover.acceptedAt ? (
            <>
              {' → '}
              <Instant at={handover.acceptedAt} show="absolute" />
            </>
          ) : null}
        </p>
        {handover.state === 'OPEN' ? (
          <p className="w-quiet">{t('handover.until', { name: handover.from.name })}</p>
        ) : null}
        {handover.withdrawReason ? <p>{t('handover.withdrawn', { reason: handover.withdrawReason })}</p> : null}
        <div className={styles.acts}>
          <Button onClick={onBack}>{t('common.back')}</Button>
          {offers('amend') ? <Button onClick={() => setDoing('amend')}>{t('handover.amend')}</Button> : null}
          {offers('withdraw') ? (
            <Button danger onClick={() => setDoing('withdraw')}>
              {t('handover.withdraw')}
            </Button>
          ) : null}
          <PrintRecord id={handover.id} />
        </div>
      </div>
      {doing === 'amend' && offers('amend') ? (
        <Amend handover={handover} onDone={() => setDoing(undefined)} />
      ) : offers('accept') ? (
        <Accept handover={handover} />
      ) : (
        handover.groups.map((group) => <Group key={group.group} handover={handover} group={group} />)
      )}
      {doing === 'withdraw' ? (
        <MoveForm
          shape={shape}
          verb="withdraw"
          route={withdrawHandover}
          subject={handover}
          touches={TOUCHES}
          onDone={() => setDoing(undefined)}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
    </div>
  )
}

/** One handover, live: of two who accept at once the second sees who was faster. */
export const HandoverRecord = ({ id, onBack }: { id: string; onBack: () => void }) => {
  const { id: estateId } = useEstate()
  const query = useApiQuery(getHandover, { params: { estateId, id } }, { topics: ['handover', 'matters'] })
  return (
    <QueryView query={query}>
      {(handover) => <Record key={handover.id} handover={handover} onBack={onBack} />}
    </QueryView>
  )
}
