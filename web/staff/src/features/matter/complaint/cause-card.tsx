import type { ComplaintCase } from '#contract/complaint-case.ts'
import { type Fact, FactList } from '#ui/facts.tsx'
import { type T, useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { Money } from '#ui/money.tsx'
import styles from '../matter-page.module.css'

const categoryText = (t: T, code: string) => `${code} ${wordFor(t, `category.${code}`, '')}`

/** CP-093: not yet known is said, as soon as somebody has said anything about the cause. */
const oursText = (t: T, { ours, classifiedAt }: ComplaintCase): string | null =>
  ours !== null ? t(ours ? 'common.yes' : 'common.no') : classifiedAt === null ? null : t('common.notYetKnown')

/** What was guessed, what the cause says, and what follows from it (CP-011 to CP-015, CP-133). */
export const CauseCard = ({ of: c }: { of: ComplaintCase }) => {
  const { t } = useTexts()
  const fact = (key: string, label: string, children: Fact['children'] | null | undefined): Fact[] =>
    children === null || children === undefined ? [] : [{ key, label, children }]
  const factor = c.factor
    ? [t(`factor.${c.factor}`), c.factorSub ? wordFor(t, `factorSub.${c.factorSub}`, '') : '']
        .filter(Boolean)
        .join(' · ')
    : null
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('complaint.cause')}</h2>
      <FactList
        items={[
          ...fact('guess', t('complaint.guess'), c.categoryInitial ? categoryText(t, c.categoryInitial) : null),
          ...fact(
            'final',
            t('complaint.final'),
            c.categoryFinal ? <strong>{categoryText(t, c.categoryFinal)}</strong> : t('complaint.notYet'),
          ),
          ...fact(
            'secondary',
            t('complaint.secondary'),
            c.secondaryCategory ? categoryText(t, c.secondaryCategory) : null,
          ),
          ...fact('cause', t('complaint.causeText'), c.cause),
          ...fact('factor', t('complaint.factor'), factor),
          ...fact('ours', t('complaint.ours'), oursText(t, c)),
          ...fact('grade', t('complaint.grade'), c.grade ? wordFor(t, `grade.${c.grade}`) : null),
          ...fact('plan', t('complaint.improvementPlan'), c.improvementPlan),
          ...fact(
            'planDone',
            t('complaint.improvementDone'),
            c.improvementDoneAt ? <Instant at={c.improvementDoneAt} show="absolute" /> : null,
          ),
          ...fact('claim', t('complaint.claim'), c.claimFen > 0 ? <Money fen={c.claimFen} /> : null),
          ...fact(
            'compensation',
            t('complaint.compensation'),
            c.compensationFen === null ? null : (
              <>
                <Money fen={c.compensationFen} /> <span className="w-quiet w-small">{c.compensationBasis}</span>
              </>
            ),
          ),
          ...fact('external', t('complaint.external'), c.externalBody),
          ...fact('exemption', t('complaint.exemption'), c.exemption ? wordFor(t, `exemption.${c.exemption}`) : null),
          ...fact(
            'quiet',
            t('complaint.quietUntil'),
            c.quietUntil ? <Instant at={c.quietUntil} show="absolute" /> : null,
          ),
          ...fact('explained', t('complaint.explained'), c.explainedOn.length > 0 ? c.explainedOn.join(' · ') : null),
          ...fact(
            'counted',
            t('complaint.counted'),
            c.counted === null
              ? t('complaint.countedOpen')
              : c.counted
                ? t('complaint.countedYes')
                : `${t('complaint.countedNo')} · ${wordFor(t, `notCountedReason.${c.notCountedReason ?? ''}`, '')}`,
          ),
        ]}
      />
    </section>
  )
}
