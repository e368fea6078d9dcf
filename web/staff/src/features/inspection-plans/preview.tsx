import { Alert } from 'antd'
import { useEffect } from 'react'
import { PlanInput, previewInspectionPlan } from '#contract/inspection-plans.ts'
import type { Received } from '#contract/route.ts'
import { useTexts } from '#ui/i18n.ts'
import { useDebounced } from '#ui/pickers/use-debounced.ts'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { TimeWindow } from '#ui/time-window.tsx'
import styles from './plans.module.css'

const TYPING_MS = 400
const NAMED = 6

/** The form's values as a plan, once they are one; a name that is still missing is no obstacle to seeing days. */
const planOf = (values: Readonly<Record<string, unknown>>) => {
  const given = Object.entries(values).filter(
    ([name, value]) => Object.hasOwn(PlanInput.shape, name) && value !== undefined && value !== '',
  )
  return PlanInput.safeParse({ name: '—', ...Object.fromEntries(given) })
}

type Shown = Received<typeof previewInspectionPlan>
/** Where a round goes: by name as far as that is known before it is drawn. */
const Where = ({ round, of }: { round: Shown['rounds'][number]; of: number }) => {
  const { t } = useTexts()
  const { count, places } = round
  if (places === null) return t('plans.sampleRandom', { sample: count, count: of })
  const named = places.slice(0, NAMED).map((p) => p.name)
  return `${t('plans.places', { count })} ${named.join('、')}${count > NAMED ? '…' : ''}`
}

/** The rounds that would come of what the form holds now; those of a plan that is there with the places it would draw. */
export const Preview = ({
  values,
  planId,
}: {
  values: Readonly<Record<string, unknown>>
  planId: string | undefined
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const settled = useDebounced(JSON.stringify(values), TYPING_MS)
  const { mutate, data, error, reset } = useApiMutation(previewInspectionPlan, { touches: [] })
  useEffect(() => {
    const plan = planOf(JSON.parse(settled))
    if (plan.success) mutate({ params: { estateId }, query: { planId }, body: plan.data })
    else reset()
  }, [settled, estateId, planId, mutate, reset])
  const rounds = data?.rounds ?? []
  return (
    <section className={`w-card ${styles.preview}`} aria-live="polite">
      <h2>{t('plans.preview')}</h2>
      {data === undefined || error ? <p className="w-quiet">{t('plans.previewWait')}</p> : null}
      {data && rounds.length === 0 ? <p className="w-quiet">{t('plans.previewNone')}</p> : null}
      {data?.calendarMissing ? <Alert type="warning" showIcon title={t('plans.previewMissing')} /> : null}
      {data && data.items > 0 ? (
        <p className="w-small w-quiet">{t('plans.previewItems', { count: data.items })}</p>
      ) : null}
      <ol className={styles.rounds}>
        {rounds.map((round) => (
          <li key={`${round.date} ${round.slot}`}>
            <TimeWindow from={round.fromAt} to={round.dueAt} />
            <span className="w-small w-quiet">
              <Where round={round} of={data?.places ?? 0} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
