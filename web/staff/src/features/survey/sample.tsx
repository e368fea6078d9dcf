import { Checkbox, Form, Input, InputNumber, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { type SurveyKind, TENURES } from '#contract/survey-questions.ts'
import { getSurveySample, type Stratum } from '#contract/survey-run.ts'
import { SAMPLE_METHODS, STRATUM_PARTS, type SurveySample, type SurveyView } from '#contract/surveys.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import styles from './survey.module.css'
import type { Work } from './work.rules.ts'

const MOST = 100_000

const stratumName = (t: T, { building, tenure, since }: Stratum): string =>
  [
    ...(building ? [building.name] : []),
    ...(tenure ? [t(`surveyTenure.${tenure}`)] : []),
    ...(since ? [t(`surveySince.${since}`)] : []),
  ].join(' · ') || t('survey.everybody')

/** Whom the saved draft would ask today, stratum by stratum; quotas can be fixed by hand. */
export const Planned = ({
  survey,
  work,
  onChange,
}: {
  survey: SurveyView
  work: Work
  onChange: (next: Work) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(getSurveySample, { params: { estateId, id: survey.id } })
  const setQuota = (key: string, quota: number | null) => {
    const { [key]: _before, ...others } = work.sample.quotas
    onChange({ ...work, sample: { ...work.sample, quotas: quota === null ? others : { ...others, [key]: quota } } })
  }
  return (
    <QueryView query={query}>
      {({ frame, drawn, withoutPhone, leftOut, strata }) => (
        <>
          <p>{t('survey.frame', { frame, drawn, slips: withoutPhone })}</p>
          <p className="w-quiet w-small">
            {t('survey.leftOut', {
              noCallback: leftOut.noCallback ?? 0,
              caution: leftOut.caution ?? 0,
              twice: leftOut.twice ?? 0,
            })}
          </p>
          {work.sample.method === 'stratified' ? (
            <div className={styles.scroll}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('survey.stratum')}</th>
                    <th scope="col">{t('survey.members')}</th>
                    <th scope="col">{t('survey.quota')}</th>
                  </tr>
                </thead>
                <tbody>
                  {strata.map((stratum) => (
                    <tr key={stratum.key}>
                      <th scope="row">{stratumName(t, stratum)}</th>
                      <td className="w-figures">{stratum.members}</td>
                      <td>
                        <InputNumber
                          size="small"
                          min={0}
                          max={stratum.members}
                          aria-label={t('survey.quotaOf', { name: stratumName(t, stratum) })}
                          placeholder={String(stratum.quota)}
                          value={work.sample.quotas[stratum.key] ?? null}
                          onChange={(value) => setQuota(stratum.key, typeof value === 'number' ? value : null)}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : null}
        </>
      )}
    </QueryView>
  )
}

/** Whom to ask: everybody, at random or by strata, with the seed that draws the same people again. */
export const Sample = ({
  kind,
  work,
  onChange,
  withSeed = false,
  children,
}: {
  kind: SurveyKind
  work: Work
  onChange: (next: Work) => void
  withSeed?: boolean
  /** What this sample would be. */
  children?: ReactNode
}) => {
  const { t } = useTexts()
  const put = (patch: Partial<SurveySample>) => onChange({ ...work, sample: { ...work.sample, ...patch } })
  const { method, roles, size, by, seed } = work.sample
  return (
    <section aria-label={t('survey.sample')}>
      <div className={styles.sectionHead}>
        <h2>{t('survey.sample')}</h2>
      </div>
      {kind === 'transaction' ? (
        <p className="w-quiet">{t('survey.serviceHint')}</p>
      ) : (
        <>
          <Form.Item label={t('survey.method')}>
            <Segmented
              aria-label={t('survey.method')}
              value={method}
              onChange={(next) => put({ method: next })}
              options={SAMPLE_METHODS.map((value) => ({ value, label: t(`survey.method.${value}`) }))}
            />
          </Form.Item>
          <Form.Item label={t('survey.roles')}>
            <Checkbox.Group
              value={roles}
              options={TENURES.map((value) => ({ value, label: t(`surveyTenure.${value}`) }))}
              onChange={(next) => put({ roles: TENURES.filter((one) => next.includes(one)) })}
            />
          </Form.Item>
          {method === 'stratified' ? (
            <Form.Item label={t('survey.by')}>
              <Checkbox.Group
                value={by}
                options={STRATUM_PARTS.map((value) => ({ value, label: t(`survey.by.${value}`) }))}
                onChange={(next) => put({ by: STRATUM_PARTS.filter((one) => next.includes(one)), quotas: {} })}
              />
            </Form.Item>
          ) : null}
          <div className={styles.two}>
            {method === 'all' ? null : (
              <Form.Item label={t('survey.size')} htmlFor="survey-size">
                <InputNumber
                  id="survey-size"
                  min={1}
                  max={MOST}
                  precision={0}
                  value={size}
                  onChange={(value) => put({ size: typeof value === 'number' ? value : null })}
                />
              </Form.Item>
            )}
            {withSeed ? (
              <Form.Item label={t('survey.seed')} htmlFor="survey-seed" help={t('survey.seedHelp')}>
                <Input
                  id="survey-seed"
                  className="w-figures"
                  maxLength={32}
                  value={seed ?? ''}
                  onChange={({ target }) =>
                    put({ seed: target.value.toLowerCase().replaceAll(/[^0-9a-f]/g, '') || null })
                  }
                />
              </Form.Item>
            ) : null}
          </div>
          {children}
        </>
      )}
    </section>
  )
}
