import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { absoluteText } from '#ui/time-texts.ts'
import { useField } from '../../app/field-context.ts'
import { Section } from '../../ui/parts.tsx'
import styles from './gate.module.css'
import { checksOf } from './gate.rules.ts'

/** What was checked at this gate today: what the phone has not sent yet, then what it took along. */
export const TodayChecks = ({ placeId }: { placeId: string }) => {
  const { t } = useTexts()
  const { gate, acts, session, estate } = useField()
  const taken = gate?.checks ?? []
  const own = checksOf(acts)
    .filter(({ deed: { body } }) => !taken.some(({ id }) => id === body.id))
    .map(({ deed: { body }, state }) => ({
      id: body.id,
      at: body.at,
      placeId: body.placeId,
      guard: session.staff.name,
      result: body.result,
      slipNumber: body.slipNumber ?? null,
      unit: body.unitSaid ?? null,
      second: false,
      matter: null,
      state,
    }))
  const time = (at: string) => absoluteText(Date.parse(at), estate.timeZone)
  const today = time(new Date().toISOString()).slice(0, 10)
  const shown = [...own, ...taken.map((check) => ({ ...check, state: 'sent' as const }))]
    .filter((check) => check.placeId === placeId && time(check.at).startsWith(today))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
  if (shown.length === 0) return null
  return (
    <Section title={t('onsite.gate.today')}>
      <ul className={styles.list} aria-label={t('onsite.gate.today')}>
        {shown.map(({ id, at, guard, result, slipNumber, unit, second, matter, state }) => (
          <li key={id} className={styles.check}>
            <span className={styles.facts}>
              <StateTag tone={result === 'match' && !second ? 'good' : 'late'}>{t(`gateResult.${result}`)}</StateTag>
              {state === 'sent' ? null : (
                <StateTag tone={state === 'waiting' ? 'waiting' : 'late'}>{t(`onsite.queue.${state}`)}</StateTag>
              )}
              <strong>{slipNumber ?? unit}</strong>
            </span>
            <span className="w-quiet w-figures">
              {time(at).slice(11)} · {slipNumber && unit ? `${unit} · ` : ''}
              {guard}
            </span>
            {second ? <span>{t('onsite.gate.second')}</span> : null}
            {matter ? (
              <span>
                {t('onsite.gate.told', { number: matter.number })}
                {matter.answer ? `: ${matter.answer}` : ''}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
