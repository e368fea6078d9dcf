import { nameIn } from '#content/usual-names.ts'
import { getInspectionRound, type RoundDetail } from '#contract/inspection-rounds.ts'
import { type Fact, FactList } from '#ui/facts.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Goer } from '#ui/inspection/assigned.tsx'
import { ClockOff } from '#ui/inspection/clock-off.tsx'
import { ItemPhotos } from '#ui/inspection/item-photos.tsx'
import { Points } from '#ui/inspection/points.tsx'
import { RoundState } from '#ui/inspection/round-state.tsx'
import { Instant } from '#ui/instant.tsx'
import { EstateLink, usePageId } from '#ui/links.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { TimeWindow } from '#ui/time-window.tsx'
import { RoundActs } from './acts.tsx'
import { Draw } from './draw.tsx'
import styles from './rounds.module.css'

type Stop = RoundDetail['stops'][number]

const Result = ({ stop }: { stop: Stop }) => {
  const { t } = useTexts()
  const { look } = stop
  if (look)
    return (
      <>
        {look.voided ? <StateTag tone="ended">{t('rounds.voided')}</StateTag> : null}
        {look.failed > 0 ? <StateTag tone="late">{t('rounds.stopFailed', { count: look.failed })}</StateTag> : null}
        <span className="w-small w-quiet">{t('rounds.stopPassed', { count: look.passed })}</span>
        <Points of={look.score} />
      </>
    )
  if (stop.doneAt) return <StateTag tone="good">{t('rounds.stopDone')}</StateTag>
  if (stop.skippedReason)
    return <StateTag tone="waiting">{t('rounds.stopSkipped', { reason: stop.skippedReason })}</StateTag>
  return <StateTag>{t('rounds.stopOpen')}</StateTag>
}

/** When it was done by the phone, and how far its clock was off where that is worth a word. */
const Done = ({ at, arrival, round }: { at: string; arrival: RoundDetail['doneArrival']; round: RoundDetail }) => (
  <>
    <Instant at={at} show="absolute" />
    {arrival ? <ClockOff ms={arrival.clockOffMs} limitMs={round.clockWarnMs} /> : null}
  </>
)

const StopLine = ({ stop, round }: { stop: Stop; round: RoundDetail }) => {
  const { t } = useTexts()
  return (
    <li className={styles.stop}>
      <span className={`w-figures ${styles.seq}`}>{stop.seq}</span>
      <span>
        <span className={styles.place}>
          {stop.look ? <EstateLink to={`inspections/${stop.look.id}`}>{stop.name}</EstateLink> : stop.name}
        </span>
        <span className="w-small w-quiet"> {t(`touchpoint.${stop.touchpoint}`)}</span>
        {stop.doneAt ? (
          <span className="w-small w-quiet">
            {' '}
            · <Done at={stop.doneAt} arrival={stop.arrival} round={round} /> {stop.doneBy?.name}
            {stop.scanned ? ` · ${t('rounds.scanned')}` : ''}
            {stop.position?.metresAway == null
              ? ''
              : ` · ${t('looks.metresAway', { metres: stop.position.metresAway })}`}
            {stop.positionMissing ? ` · ${t('looks.positionMissing', { reason: stop.positionMissing })}` : ''}
          </span>
        ) : null}
        <ItemPhotos item={stop.name} fileIds={stop.fileIds} />
      </span>
      <span className={styles.result}>
        <Result stop={stop} />
      </span>
    </li>
  )
}

const Facts = ({ round }: { round: RoundDetail }) => {
  const { t, lang } = useTexts()
  const time = (at: string) => <Instant at={at} show="absolute" />
  const items: (Fact | false)[] = [
    {
      key: 'window',
      label: t('rounds.window'),
      children: <TimeWindow from={round.fromAt} to={round.dueAt} />,
    },
    { key: 'who', label: t('rounds.assignee'), children: <Goer of={round} /> },
    { key: 'kind', label: t('plans.kind'), children: t(`inspectionKind.${round.kind}`) },
    round.startedAt !== null && {
      key: 'started',
      label: t('rounds.started'),
      children: <Done at={round.startedAt} arrival={round.startArrival} round={round} />,
    },
    round.doneAt !== null && {
      key: 'done',
      label: t('rounds.done'),
      children: (
        <>
          <Done at={round.doneAt} arrival={round.doneArrival} round={round} />{' '}
          {round.doneBy ? t('rounds.signed', { name: round.doneBy.name }) : ''}
        </>
      ),
    },
    round.arrivedLate !== null && {
      key: 'arrivedLate',
      label: t('rounds.inTime'),
      children: (
        <>
          {t('rounds.doneThen')} {time(round.arrivedLate.doneAt)} · {t('rounds.arrivedThen')}{' '}
          {time(round.arrivedLate.arrivedAt)} <span className="w-quiet">{t('rounds.inTimeHint')}</span>
        </>
      ),
    },
    round.missedAt !== null && { key: 'missed', label: t('rounds.missed'), children: time(round.missedAt) },
    round.cancelReason !== null && {
      key: 'reason',
      label: t('rounds.reason'),
      children: nameIn(lang, round.cancelReason),
    },
    round.seed !== null && {
      key: 'seed',
      label: t('rounds.seed'),
      children: <Draw seed={round.seed} round={round} />,
    },
    round.note !== null && { key: 'note', label: t('rounds.note'), children: round.note },
    round.planId !== null && {
      key: 'plan',
      label: t('rounds.plan'),
      children: <EstateLink to={`inspection-plans/${round.planId}`}>{t('rounds.toPlan')}</EstateLink>,
    },
  ]
  return <FactList items={items.filter((item): item is Fact => item !== false)} />
}

/** One round: when, who, and every place with what was seen there. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const id = usePageId()
  const query = useApiQuery(getInspectionRound, { params: { estateId, id } })
  return (
    <QueryView query={query}>
      {(round) => (
        <>
          <PageHeader
            title={nameIn(lang, round.name)}
            tags={<RoundState of={round} />}
            hint={
              round.kind === 'mystery' && round.releasedAt === null
                ? t('rounds.hidden')
                : round.task && nameIn(lang, round.task)
            }
            actions={<RoundActs round={round} />}
          />
          <section className={`w-card ${styles.block}`}>
            <Facts round={round} />
          </section>
          <section className={`w-card ${styles.block}`}>
            <h2>
              {t('rounds.stops')}{' '}
              <span className="w-small w-quiet w-figures">
                {t('rounds.progressOf', { seen: round.seen, places: round.places })}
              </span>
            </h2>
            <ol className={styles.stops}>
              {round.stops.map((stop) => (
                <StopLine key={stop.placeId} stop={stop} round={round} />
              ))}
            </ol>
          </section>
        </>
      )}
    </QueryView>
  )
}
