import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import type { Act } from '../../queue/act.rules.ts'
import { countOf } from '../../queue/queue.rules.ts'
import { useSignal } from '../../queue/signal.ts'
import { Button } from '../../ui/button.tsx'
import { Banner, Nothing, Page, Section } from '../../ui/parts.tsx'
import { ActCard } from './act-card.tsx'
import styles from './queue.module.css'
import { RefusedCard } from './refused-card.tsx'

/** What waits, what was refused and what one can do about it, and what was sent lately. */
export const Queue = ({ acts }: { acts: readonly Act[] }) => {
  const { t } = useTexts()
  const { wake } = useField()
  const { online, session, sending } = useSignal()
  const { waiting, refused } = countOf(acts)
  const of = (...states: Act['state'][]) => acts.filter(({ state }) => states.includes(state))
  const over = of('sent', 'dropped').reverse()
  return (
    <Page
      title={t('onsite.nav.queue')}
      sub={t('onsite.queue.count', { waiting, refused })}
      actions={
        waiting > 0 && session === 'same' ? (
          <Button kind="main" icon="queue" busy={sending !== null} onClick={wake}>
            {t(sending === null ? 'onsite.queue.sendNow' : 'onsite.queue.sending')}
          </Button>
        ) : undefined
      }
    >
      {waiting + refused === 0 ? (
        <Banner tone="good" icon="check">
          {t('onsite.queue.allSent')}
        </Banner>
      ) : null}
      {waiting > 0 && !online ? (
        <Banner tone="waiting" icon="noSignal">
          {t('onsite.queue.waitsForSignal')}
        </Banner>
      ) : null}
      {refused > 0 ? (
        <Section title={t('onsite.queue.toDecide')}>
          <ul className={styles.acts}>
            {of('refused').map((act) => (
              <RefusedCard key={act.id} act={act} />
            ))}
          </ul>
        </Section>
      ) : null}
      {waiting > 0 ? (
        <Section title={t('onsite.queue.waits')}>
          <ul className={styles.acts}>
            {of('waiting').map((act) => (
              <ActCard key={act.id} act={act} sending={sending === act.id} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('onsite.queue.over')}>
        {over.length === 0 ? <Nothing title={t('onsite.queue.nothingYet')} /> : null}
        <ul className={styles.acts}>
          {over.map((act) => (
            <ActCard key={act.id} act={act} />
          ))}
        </ul>
      </Section>
    </Page>
  )
}
