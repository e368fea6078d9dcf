import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { SurveyComment } from '#contract/survey-questions.ts'
import type { Say } from './say.ts'
import styles from './survey.module.css'

const LONGEST = 1000
const MOST = 20
const EMPTY: SurveyComment = { touchpoint: null, text: '' }

/** Free text, each piece about a touchpoint or about anything. */
export const Comments = ({
  comments,
  say,
  onChange,
}: {
  comments: readonly SurveyComment[]
  say: Say
  onChange: (next: SurveyComment[]) => void
}) => {
  const shown = comments.length === 0 ? [EMPTY] : comments
  const put = (at: number, patch: Partial<SurveyComment>) =>
    onChange(shown.map((one, i) => (i === at ? { ...one, ...patch } : one)))
  return (
    <>
      {shown.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place
        <div key={at} className={styles.comment}>
          <label>
            <span className={styles.label}>{say('surveyLink.about')}</span>
            <select
              value={one.touchpoint ?? ''}
              onChange={({ target }) => put(at, { touchpoint: TOUCHPOINTS.find((t) => t === target.value) ?? null })}
            >
              <option value="">{say('surveyLink.general')}</option>
              {TOUCHPOINTS.map((t) => (
                <option key={t} value={t}>
                  {say(`touchpoint.${t}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span className={styles.label}>{say('surveyLink.comment')}</span>
            <textarea
              rows={4}
              maxLength={LONGEST}
              value={one.text}
              onChange={({ target }) => put(at, { text: target.value })}
            />
          </label>
        </div>
      ))}
      {shown.length < MOST && shown.every((one) => one.text.trim() !== '') ? (
        <button type="button" className={styles.quiet} onClick={() => onChange([...shown, EMPTY])}>
          {say('surveyLink.addComment')}
        </button>
      ) : null}
    </>
  )
}
