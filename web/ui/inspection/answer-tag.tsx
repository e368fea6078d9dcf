import type { AnswerMark } from '#contract/inspections.ts'
import { answerWord, isFault, isWell, PLAIN_ITEM } from '#contract/rules/fault.ts'
import type { KanoClass } from '#contract/touchpoints.ts'
import { useTexts } from '../i18n.ts'
import { StateTag } from '../state-tag.tsx'

/** What was answered, red only where it is to be put right; an item that is no longer known is taken for a plain one. */
export const AnswerTag = ({ kano, answer }: { kano: KanoClass | null; answer: AnswerMark }) => {
  const { t } = useTexts()
  const item = kano === null ? PLAIN_ITEM : { kano }
  const tone = isFault(item, answer) ? 'late' : isWell(item, answer) ? 'good' : 'ended'
  return <StateTag tone={tone}>{t(`looks.answer.${answerWord(item, answer)}`)}</StateTag>
}
