import { Button } from 'antd'
import { judgeCallback } from '#contract/callbacks.ts'
import { getMatter, type MatterView } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { MatterClocks } from '#ui/matter/matter-clocks.tsx'
import { MatterFlags, MatterState } from '#ui/matter/matter-state.tsx'
import { MoveButtons } from '#ui/matter/move-buttons.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { Conversation } from '../conversation.rules.ts'
import { KeyHint } from '../key-hint.tsx'
import styles from './next.module.css'
import { NextMove } from './next-move.tsx'
import { WordsToSay } from './words-to-say.tsx'

/** KN-205, CP-066: whether this customer may be phoned now, and if not, from when. */
const CallHours = ({ matter }: { matter: MatterView }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const asks = can(['matter.callback', 'matter.write']) && matter.open && matter.contactable
  const { data } = useApiQuery(judgeCallback, asks ? { params: { estateId, id: matter.id } } : null, {
    topics: ['matters'],
  })
  if (!data) return null
  const { call, noCallbackWish } = data
  // Nobody is to be called; the flag of the matter says so.
  if (noCallbackWish) return null
  const why = call.reasons.map((reason) => wordFor(t, `callReason.${reason}`, reason)).join('、')
  return (
    <p className="w-small">
      <StateTag tone={call.grade === 'free' ? 'good' : call.grade === 'blocked' ? 'late' : 'waiting'}>
        {t(`desk.call.${call.grade}`)}
      </StateTag>{' '}
      <span className="w-quiet">
        {why}
        {call.grade !== 'free' && call.freeAt ? (
          <>
            {why ? '，' : ''}
            {t('desk.callFrom')} <Instant at={call.freeAt} />
          </>
        ) : null}
      </span>
    </p>
  )
}

const Born = ({ matter, focus, onDone }: { matter: MatterView; focus: boolean; onDone: () => void }) => {
  const { t } = useTexts()
  const next =
    matter.moves.find((move) => move.tone === 'main' && move.verb !== 'take') ??
    matter.moves.find((move) => move.tone === 'main')
  return (
    <>
      <section className={styles.block}>
        <div className={styles.row}>
          <EstateLink to={`matters/${matter.id}`} className={`${styles.number} w-figures`}>
            {matter.number}
          </EstateLink>
          <MatterState matter={matter} />
        </div>
        <p className={styles.subject}>{matter.title}</p>
        <div className={styles.tags}>
          <MatterFlags matter={matter} />
        </div>
        {matter.clocks.length > 0 ? <MatterClocks clocks={matter.clocks} /> : null}
        <CallHours matter={matter} />
      </section>
      {matter.open && next ? (
        <section className={styles.block}>
          <h2>{t('desk.nextMove')}</h2>
          <NextMove key={`${next.verb} ${matter.version}`} matter={matter} verb={next.verb} focus={focus} />
        </section>
      ) : null}
      {matter.open ? (
        <section className={styles.block}>
          <h2>{t('desk.otherMoves')}</h2>
          <MoveButtons matter={{ ...matter, moves: matter.moves.filter((move) => move !== next) }} />
        </section>
      ) : (
        <section className={styles.block}>
          <p>{t('desk.closedAtOnce')}</p>
          <Button type="primary" autoFocus={focus} onClick={onDone}>
            {t('desk.done')} <KeyHint keys="escape" />
          </Button>
        </section>
      )}
    </>
  )
}

/** After registering: the matter with its times, its next move at hand, and the words to end with. */
export const After = ({ talk, focus, onDone }: { talk: Conversation; focus: boolean; onDone: () => void }) => {
  const { id: estateId } = useEstate()
  const id = talk.outcome?.matterId
  const query = useApiQuery(getMatter, id ? { params: { estateId, id } } : null, { topics: ['matters', 'orders'] })
  return (
    <>
      {id ? (
        <QueryView query={query}>{(matter) => <Born matter={matter} focus={focus} onDone={onDone} />}</QueryView>
      ) : null}
      <WordsToSay talk={talk} />
    </>
  )
}
