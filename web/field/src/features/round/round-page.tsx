import { useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { useField } from '../../app/field-context.ts'
import { go } from '../../app/route.ts'
import { leftOf, roundState, type Stop, stopsOf } from '../../round/round.rules.ts'
import { TickSheet } from '../../round/tick-sheet.tsx'
import { useRoundActs } from '../../round/use-round-acts.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Banner, Bar, Nothing, Page, Rows, Section } from '../../ui/parts.tsx'
import { TimeLeftTag } from '../../ui/time-left-tag.tsx'
import { whereOf } from '../../ui/words.ts'
import { FinishSheet } from './finish-sheet.tsx'
import styles from './round.module.css'

const TONE = { open: 'neutral', begun: 'active', done: 'good', skipped: 'waiting' } as const

const StopRow = ({ stop, onOpen }: { stop: Stop; onOpen: () => void }) => {
  const { t } = useTexts()
  return (
    <li>
      <button type="button" className={styles.stop} onClick={onOpen} data-state={stop.state}>
        <span className={styles.seq}>{stop.state === 'done' ? <Icon name="check" /> : stop.seq}</span>
        <span className={styles.stopBody}>
          <strong>{stop.place.name}</strong>
          <span className="w-quiet">{whereOf(t, stop.place)}</span>
          {stop.reason ? (
            <span className="w-quiet">{t('onsite.round.skippedBecause', { reason: stop.reason })}</span>
          ) : null}
        </span>
        <StateTag tone={stop.refused ? 'late' : TONE[stop.state]}>
          {stop.refused ? t('onsite.queue.refused') : t(`onsite.stop.${stop.state}`)}
        </StateTag>
      </button>
    </li>
  )
}

/** One round: its places in walking order, the next one as the main action. */
export const RoundPage = ({ id }: { id: string }) => {
  const { t } = useTexts()
  const { pack, acts, drafts } = useField()
  const round = pack.rounds.find((one) => one.id === id)
  const { begin } = useRoundActs(round)
  const [ticking, setTicking] = useState<Stop>()
  const [finishing, setFinishing] = useState(false)
  if (!round)
    return (
      <Page title={t('onsite.round.gone')} back="/">
        <Nothing title={t('onsite.round.gone')} hint={t('onsite.round.goneHint')} />
      </Page>
    )
  const begun = new Set(drafts.filter(({ roundId }) => roundId === id).map(({ placeId }) => placeId))
  const stops = stopsOf(round, pack.places, acts, begun)
  const state = roundState(round, acts)
  const left = leftOf(stops)
  const next = stops.find((stop) => stop.state === 'begun') ?? stops.find((stop) => stop.state === 'open')
  const isOver = state === 'done' || state === 'cancelled'
  const open = async (stop: Stop) => {
    if (isOver || stop.state === 'done' || stop.state === 'skipped') return
    await begin()
    if (round.kind === 'task') setTicking(stop)
    else go(`/rounds/${id}/places/${stop.place.id}`)
  }
  return (
    <Page
      title={round.name}
      sub={
        <>
          {isOver || state === 'missed' ? (
            <StateTag tone={state === 'done' ? 'good' : 'late'}>{t(`onsite.round.${state}`)}</StateTag>
          ) : (
            <TimeLeftTag dueAt={round.dueAt} fromAt={round.fromAt} />
          )}
          <span>{t('onsite.round.placesLeft', { left, all: stops.length })}</span>
        </>
      }
      back="/"
      actions={
        isOver ? undefined : (
          <>
            {next ? (
              <Button kind="main" icon="next" onClick={() => void open(next)}>
                {t('onsite.round.next', { place: next.place.name })}
              </Button>
            ) : null}
            {state === 'planned' ? null : (
              <Button kind={next ? 'plain' : 'main'} icon="check" onClick={() => setFinishing(true)}>
                {t('onsite.round.finish')}
              </Button>
            )}
          </>
        )
      }
    >
      {round.task ? <Banner icon="today">{round.task}</Banner> : null}
      {state === 'missed' ? <Banner tone="late">{t('onsite.round.missedHint')}</Banner> : null}
      {state === 'cancelled' ? <Banner tone="waiting">{t('onsite.round.cancelledHint')}</Banner> : null}
      <Bar
        share={stops.length === 0 ? 0 : (stops.length - left) / stops.length}
        label={t('onsite.round.placesLeft', { left, all: stops.length })}
      />
      <Section title={t('onsite.round.places')}>
        <Rows>
          {stops.map((stop) => (
            <StopRow key={stop.place.id} stop={stop} onOpen={() => void open(stop)} />
          ))}
        </Rows>
      </Section>
      {ticking ? <TickSheet round={round} stop={ticking} onClose={() => setTicking(undefined)} /> : null}
      {finishing ? <FinishSheet round={round} stops={stops} onClose={() => setFinishing(false)} /> : null}
    </Page>
  )
}
