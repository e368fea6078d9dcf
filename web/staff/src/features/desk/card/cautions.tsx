import { WarningOutlined } from '@ant-design/icons'
import type { CautionView } from '#contract/households.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './card.module.css'

type Told = {
  id: string
  name: string
  important: boolean
  noCallback: boolean
  language: 'zh' | 'en'
  quietHours: readonly { from: string; to: string }[]
  preferences: string | null
}

/** Red words first: what would hurt this customer if nobody knew it. */
export const Cautions = ({ cautions, people }: { cautions: readonly CautionView[]; people: readonly Told[] }) => {
  const { t } = useTexts()
  const lines = [
    ...people
      .filter((one) => one.noCallback)
      .map((one) => ({ key: `n ${one.id}`, text: t('desk.noCallback', { name: one.name }) })),
    ...people
      .filter((one) => one.quietHours.length > 0)
      .map((one) => ({
        key: `q ${one.id}`,
        text: t('desk.quietHours', {
          name: one.name,
          hours: one.quietHours.map(({ from, to }) => `${from}–${to}`).join('、'),
        }),
      })),
    ...cautions.map((one) => ({
      key: one.id,
      text: one.customer ? `${one.customer.name}：${one.text}` : one.text,
    })),
  ]
  const likes = [
    ...people
      .filter((one) => one.important)
      .map((one) => ({ key: `i ${one.id}`, text: t('desk.important', { name: one.name }) })),
    ...people
      .filter((one) => one.language === 'en')
      .map((one) => ({ key: `e ${one.id}`, text: t('desk.speaksEnglish', { name: one.name }) })),
    ...people
      .filter((one) => one.preferences)
      .map((one) => ({ key: `p ${one.id}`, text: `${one.name}：${one.preferences}` })),
  ]
  if (lines.length === 0 && likes.length === 0) return null
  return (
    <div className={styles.cautions} role="note" aria-label={t('desk.cautions')}>
      {lines.map(({ key, text }) => (
        <p key={key} className={styles.caution}>
          <WarningOutlined aria-hidden /> {text}
        </p>
      ))}
      {likes.map(({ key, text }) => (
        <p key={key} className="w-quiet w-small">
          {text}
        </p>
      ))}
    </div>
  )
}
