import type { getInspectorAgreement } from '#contract/inspection-rounds.ts'
import type { AnswerMark } from '#contract/inspections.ts'
import type { AnswerOf } from '#contract/route.ts'
import { answerWord, PLAIN_ITEM } from '#contract/rules/fault.ts'
import type { ListColumn } from '#platform/export/send-list.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

type Answer = AnswerOf<typeof getInspectorAgreement>
type Pair = Answer['pairs'][number]
/** A pair of looks, or (without one) all of them together. */
type Line = { pair: Pair | null; agreement: Answer['all'] }

export const agreementLines = ({ all, pairs }: Answer): Line[] => [
  ...(pairs.length === 0 ? [] : [{ pair: null, agreement: all }]),
  ...pairs.map((pair) => ({ pair, agreement: pair.agreement })),
]

const sideOf = (side: 'first' | 'second'): ListColumn<Line>[] => [
  { key: `agreement.${side}`, of: ({ pair }) => pair?.[side].inspector.name ?? null },
  { key: 'inspectionColumn.endedAt', width: 18, of: ({ pair }, { time }) => time(pair?.[side].at ?? null) },
  { key: 'scoreColumn.kind', of: ({ pair }, { t }) => (pair ? t(`inspectionKind.${pair[side].kind}`) : null) },
]

export const AGREEMENT_SHEET: Sheet<Line> = {
  name: 'nav.inspectorAgreement',
  subject: 'inspectorAgreement',
  columns: [
    {
      key: 'inspectionColumn.place',
      width: 28,
      of: ({ pair }, { t }) => (pair ? `${pair.code} ${pair.place}` : t('agreement.together')),
    },
    ...sideOf('first'),
    ...sideOf('second'),
    { key: 'agreement.items', of: ({ agreement }) => agreement.items },
    { key: 'agreement.same', of: ({ agreement }) => agreement.same },
    { key: 'agreement.percentColumn', of: ({ agreement }) => agreement.percent },
    { key: 'agreement.kappa', of: ({ agreement }) => agreement.kappa },
    {
      key: 'agreement.different',
      width: 60,
      of: ({ pair }, { t, lang }) =>
        pair?.different
          .map(({ itemId, statement, kano, ...said }) => {
            const word = (answer: AnswerMark) =>
              t(`looks.answer.${answerWord(kano === null ? PLAIN_ITEM : { kano }, answer)}`)
            return `${itemId} ${statement[lang]} (${word(said.first)} / ${word(said.second)})`
          })
          .join('\n') ?? null,
    },
  ],
}
