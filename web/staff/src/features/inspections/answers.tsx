import type { LookDetail } from '#contract/inspection-looks.ts'
import { useTexts } from '#ui/i18n.ts'
import { AnswerTag } from '#ui/inspection/answer-tag.tsx'
import { measuredText } from '#ui/inspection/measured.ts'
import { Photos } from '#ui/inspection/photos.tsx'
import { EstateLink } from '#ui/links.tsx'
import styles from './looks.module.css'

type Answer = LookDetail['answers'][number]

const Line = ({ answer }: { answer: Answer }) => {
  const { t, lang } = useTexts()
  const words = answer.statement[lang]
  const value = measuredText(t, answer)
  return (
    <li className={styles.answer}>
      <span>
        {words}
        <span className="w-small w-quiet">
          {' '}
          {answer.itemId} · {t(`severity.${answer.severity}`)}
          {value ? ` · ${value}` : ''}
        </span>
        {answer.note ? <span className="w-small">{` · ${answer.note}`}</span> : null}
        {answer.apart ? <span className="w-small">{` · ${t(`looks.apart.${answer.apart}`)}`}</span> : null}
        {answer.files.length > 0 ? (
          <span className={styles.photos}>
            <Photos of={answer.files} about={answer.itemId} />
          </span>
        ) : null}
      </span>
      <span className={styles.result}>
        {answer.findingId && answer.findingNumber ? (
          <EstateLink to={`matters/${answer.findingId}`}>
            {t('looks.finding', { number: answer.findingNumber })}
          </EstateLink>
        ) : null}
        <AnswerTag kano={answer.kano} answer={answer.answer} />
      </span>
    </li>
  )
}

/** The answers of one sort, under their heading; nothing when there are none. */
export const Answers = ({ title, answers }: { title: string; answers: readonly Answer[] }) =>
  answers.length === 0 ? null : (
    <section className={`w-card ${styles.block}`}>
      <h2>
        {title} <span className="w-small w-quiet w-figures">{answers.length}</span>
      </h2>
      <ul className={styles.answers}>
        {answers.map((answer) => (
          <Line key={answer.itemId} answer={answer} />
        ))}
      </ul>
    </section>
  )
