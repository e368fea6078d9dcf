import type { ReactNode } from 'react'
import type { PartName } from '#contract/complaint-report-parts.ts'
import type { ReportView } from '#contract/complaint-reports.ts'
import { Attention } from '#ui/complaint/attention.tsx'
import { Buildings, Categories, Channels, Factors, Lines, Touchpoints } from '#ui/complaint/groups.tsx'
import {
  FactorPareto,
  Faults,
  Handling,
  Kpis,
  OpenByAge,
  Promises,
  Satisfaction,
  Spread,
  SubPareto,
  TrendOf,
} from '#ui/complaint/measures.tsx'
import { useTexts } from '#ui/i18n.ts'
import { CaseList } from './case-list.tsx'
import styles from './report.module.css'

type Figures = Extract<ReportView['figures'], { about: 'period' }>

const TypicalCases = ({ cases }: Pick<Figures, 'cases'>) => {
  const { t } = useTexts()
  return <CaseList title={t('complaintReport.majorAndHot')} cases={cases.filter(({ major, hot }) => major || hot)} />
}

/** CP-132: the figures that a part is about stand beside it. */
export const figuresBeside = (part: PartName, { analysis: of, cases }: Figures): ReactNode => {
  const beside: Partial<Record<PartName, ReactNode>> = {
    overall: <TrendOf of={of} months="statistical" />,
    lineComparison: (
      <>
        <Attention of={of} />
        <Lines of={of} />
      </>
    ),
    focus: (
      <>
        <Categories of={of} />
        <SubPareto of={of} />
      </>
    ),
    typicalCases: <TypicalCases cases={cases} />,
    correctiveMeasures: (
      <>
        <Factors of={of} />
        <FactorPareto of={of} />
        <Faults of={of} />
      </>
    ),
    lessonsAndPrevention: <Handling of={of} />,
    summary: <Kpis of={of} />,
    projectRelation: (
      <>
        <Buildings of={of} />
        <Touchpoints of={of} />
      </>
    ),
  }
  return beside[part] ?? null
}

export const OtherFigures = ({ of: { analysis: of } }: { of: Figures }) => {
  const { t } = useTexts()
  return (
    <section aria-label={t('complaintReport.allFigures')} className={styles.others}>
      <Channels of={of} />
      <Satisfaction of={of} />
      <Spread of={of} what="reply" />
      <Spread of={of} what="closing" />
      <OpenByAge of={of} />
      <Promises of={of} />
    </section>
  )
}
