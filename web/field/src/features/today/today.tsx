import { useNow } from '#ui/clock.ts'
import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { windowView } from '#ui/time.rules.ts'
import { windowText } from '#ui/time-texts.ts'
import { type Field, useField } from '../../app/field-context.ts'
import { go } from '../../app/route.ts'
import { isAheadOf } from '../../queue/queue.rules.ts'
import { inOrder, leftOf, roundState, stopsOf } from '../../round/round.rules.ts'
import { Button } from '../../ui/button.tsx'
import { Bar, Nothing, Page, Row, Rows, Section } from '../../ui/parts.tsx'
import { TimeLeftTag } from '../../ui/time-left-tag.tsx'
import { ToMe } from '../../ui/to-me.tsx'
import { TONE_OF_SEVERITY } from '../../ui/words.ts'
import styles from './today.module.css'

const useRounds = ({ pack, acts, drafts }: Field) => {
  const nowMs = useNow()
  const rounds = pack.rounds.map((round) => {
    const begun = new Set(drafts.filter(({ roundId }) => roundId === round.id).map(({ placeId }) => placeId))
    return { ...round, shown: roundState(round, acts), walk: stopsOf(round, pack.places, acts, begun) }
  })
  return inOrder(rounds, nowMs)
}
type ShownRound = ReturnType<typeof useRounds>['now'][number]

const RoundRow = ({ round }: { round: ShownRound }) => {
  const { t } = useTexts()
  const { estate } = useField()
  const left = leftOf(round.walk)
  const all = round.walk.length
  const window = windowView(Date.parse(round.fromAt), Date.parse(round.dueAt), estate.timeZone)
  const over = round.shown === 'done' || round.shown === 'missed' || round.shown === 'cancelled'
  return (
    <Row to={`/rounds/${round.id}`}>
      <strong>{round.name}</strong>
      <span className={styles.facts}>
        {over ? (
          <StateTag tone={round.shown === 'done' ? 'good' : round.shown === 'missed' ? 'late' : 'ended'}>
            {t(`onsite.round.${round.shown}`)}
          </StateTag>
        ) : (
          <TimeLeftTag dueAt={round.dueAt} fromAt={round.fromAt} />
        )}
        <span className="w-quiet w-figures">{windowText(t, window)}</span>
        <span className="w-quiet">{t('onsite.round.placesLeft', { left, all })}</span>
      </span>
      {over ? null : (
        <Bar share={all === 0 ? 0 : (all - left) / all} label={t('onsite.round.placesLeft', { left, all })} />
      )}
    </Row>
  )
}

const Findings = () => {
  const { t, lang } = useTexts()
  const { pack, acts } = useField()
  const open = pack.findings.filter((finding) => finding.may.length > 0 && !isAheadOf(acts, finding))
  if (open.length === 0) return null
  return (
    <Section title={t('onsite.findings', { count: open.length })}>
      <Rows>
        {open.map((finding) => (
          <Row key={finding.matterId} to={`/findings/${finding.matterId}`}>
            <strong>{t('onsite.finding.fails', { item: finding.statement[lang] })}</strong>
            <span className={styles.facts}>
              <StateTag tone={TONE_OF_SEVERITY[finding.severity]}>{t(`severity.${finding.severity}`)}</StateTag>
              <span className="w-quiet">{pack.places.find(({ id }) => id === finding.placeId)?.name}</span>
              {finding.dueAt ? <TimeLeftTag dueAt={finding.dueAt} /> : null}
            </span>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

const lookPath = ({ roundId, placeId }: Field['drafts'][number]) =>
  roundId === null ? `/places/${placeId}/look` : `/rounds/${roundId}/places/${placeId}`

/** The first page: what is to be done now, with the time left. */
export const Today = () => {
  const { t } = useTexts()
  const field = useField()
  const { now, later, over } = useRounds(field)
  const { session, estate, drafts, pack } = field
  // a round that went to somebody else is not on the phone any more; what was begun there is finished all the same
  const loose = drafts.filter(({ roundId }) => !pack.rounds.some(({ id }) => id === roundId))
  return (
    <Page
      title={t('onsite.nav.today')}
      sub={
        <span>
          {estate.name} · {session.staff.name}
        </span>
      }
      aside={<ToMe />}
      actions={
        <>
          {estate.permissions.includes('gate.check') ? (
            <Button icon="goods" onClick={() => go('/gate')}>
              {t('onsite.gate')}
            </Button>
          ) : null}
          <Button icon="check" onClick={() => go('/places')}>
            {t('onsite.spot')}
          </Button>
        </>
      }
    >
      {loose.length > 0 ? (
        <Section title={t('onsite.begun')}>
          <Rows>
            {loose.map((draft) => (
              <Row key={draft.id} to={lookPath(draft)}>
                <strong>{pack.places.find(({ id }) => id === draft.placeId)?.name ?? t('onsite.placeGone')}</strong>
              </Row>
            ))}
          </Rows>
        </Section>
      ) : null}
      <Section title={t('onsite.roundsNow')}>
        {now.length === 0 ? <Nothing title={t('onsite.noRounds')} hint={t('onsite.noRoundsHint')} /> : null}
        <Rows>
          {now.map((round) => (
            <RoundRow key={round.id} round={round} />
          ))}
        </Rows>
      </Section>
      <Findings />
      {later.length > 0 ? (
        <Section title={t('onsite.roundsLater')}>
          <Rows>
            {later.map((round) => (
              <RoundRow key={round.id} round={round} />
            ))}
          </Rows>
        </Section>
      ) : null}
      {over.length > 0 ? (
        <Section title={t('onsite.roundsOver')}>
          <Rows>
            {over.map((round) => (
              <RoundRow key={round.id} round={round} />
            ))}
          </Rows>
        </Section>
      ) : null}
    </Page>
  )
}
