import { useTexts } from '#ui/i18n.ts'
import { absoluteText } from '#ui/time-texts.ts'
import type { Act } from '../queue/act.rules.ts'
import { countOf } from '../queue/queue.rules.ts'
import { useSignal } from '../queue/signal.ts'
import { Banner } from '../ui/parts.tsx'
import { useField } from './field-context.ts'
import styles from './notices.module.css'
import { go, usePath } from './route.ts'
import { takeUpdate, useUpdate } from './update.ts'

/** What stands over every page: no signal, signed out, another person, something refused, a new version. */
export const Notices = ({ allActs }: { allActs: readonly Act[] }) => {
  const { t } = useTexts()
  const { online, session } = useSignal()
  const { savedAt, estate, rules, pack } = useField()
  const path = usePath()
  const update = useUpdate()
  const { waiting, refused } = countOf(allActs)
  const clockOff = Math.abs(Date.parse(savedAt) - Date.parse(pack.asOf)) > rules.clockWarnMs
  // in the middle of a place nothing but what concerns the place
  const atWork = /^\/(rounds|places)\/.+\//.test(path)
  return (
    <div className={styles.notices}>
      {session === 'signedOut' ? (
        <Banner tone="late" action={{ label: t('signIn.title'), onClick: () => go('/sign-in') }}>
          {t('onsite.signedOut', { count: waiting })}
        </Banner>
      ) : null}
      {session === 'other' ? (
        <Banner tone="late" action={{ label: t('signIn.title'), onClick: () => go('/sign-in') }}>
          {t('onsite.otherPerson')}
        </Banner>
      ) : null}
      {online ? null : (
        <Banner tone="waiting" icon="noSignal">
          {t('onsite.offline', { at: absoluteText(Date.parse(savedAt), estate.timeZone).slice(5) })}
        </Banner>
      )}
      {refused > 0 && path !== '/queue' && !atWork ? (
        <Banner tone="late" action={{ label: t('onsite.look'), onClick: () => go('/queue') }}>
          {t('onsite.refusedCount', { count: refused })}
        </Banner>
      ) : null}
      {clockOff && !atWork ? <Banner tone="waiting">{t('onsite.clockOff')}</Banner> : null}
      {update && !atWork ? (
        <Banner tone="active" icon="queue" action={{ label: t('onsite.update'), onClick: takeUpdate }}>
          {t('onsite.updateThere')}
        </Banner>
      ) : null}
    </div>
  )
}
