import type { CaseGroup, ComplaintAnalysis } from '#contract/complaint-analysis.ts'
import { standingsOf } from '#contract/rules/line-standing.ts'
import { type T, useTexts } from '../i18n.ts'
import { wordFor } from '../matter/words.ts'
import { Breakdown, type BreakdownLine } from './breakdown.tsx'
import { Section } from './figure.tsx'
import { categoryWord } from './words.ts'

type Part = { of: ComplaintAnalysis }

const lineOf = (group: CaseGroup, key: string | null, name: string): BreakdownLine => ({
  ...group,
  key: key ?? 'none',
  name,
})
const unsaid = (t: T, key: string | null, prefix: string) =>
  key === null ? t('complaintWord.none') : wordFor(t, `${prefix}.${key}`, key)

export const Categories = ({ of: { categories } }: Part) => {
  const { t } = useTexts()
  const title = t('complaintPrint.categories')
  return (
    <Section title={title} note={t('complaintFigure.categoriesNote')}>
      <Breakdown
        title={title}
        first={t('complaintColumn.category')}
        lines={categories.map(({ category, subs, ...group }) => ({
          ...lineOf(group, category, categoryWord(t, category)),
          subs: subs.map(({ sub, ...own }) => lineOf(own, sub, categoryWord(t, sub))),
        }))}
      />
    </Section>
  )
}

export const Lines = ({ of: analysis }: Part) => {
  const { t } = useTexts()
  const { lines } = analysis
  const named = standingsOf(analysis)
  const title = t('complaintPrint.lines')
  return (
    <Section title={title} note={t('complaintFigure.weakNote')}>
      <Breakdown
        title={title}
        first={t('complaintColumn.line')}
        lines={lines.map((one) => ({
          ...lineOf(one, one.line, one.line === null ? t('dashboard.noLine') : t(`line.${one.line}`)),
          standings: named.filter(({ of }) => of === one).map(({ standing }) => standing),
        }))}
      />
    </Section>
  )
}

export const Buildings = ({ of: { buildings } }: Part) => {
  const { t } = useTexts()
  const title = t('complaintPrint.buildings')
  return (
    <Section title={title}>
      <Breakdown
        title={title}
        first={t('complaintColumn.building')}
        lines={buildings.map(({ buildingId, name, ...group }) =>
          lineOf(group, buildingId, name ?? t('complaintFigure.noBuilding')),
        )}
      />
    </Section>
  )
}

export const Factors = ({ of: { factors } }: Part) => {
  const { t } = useTexts()
  const title = t('complaintFigure.factors')
  const secondary = factors.filter((one) => one.factor !== null && one.secondary.count > 0)
  return (
    <Section
      title={title}
      note={
        secondary.length > 0
          ? t('complaintFigure.secondary', {
              list: secondary.map((one) => `${unsaid(t, one.factor, 'factor')} ${one.secondary.count}`).join('，'),
            })
          : null
      }
    >
      <Breakdown
        title={title}
        first={t('complaintColumn.factor')}
        lines={factors.map(({ factor, subs, secondary: _, ...group }) => ({
          ...lineOf(group, factor, unsaid(t, factor, 'factor')),
          subs: subs.map(({ sub, ...own }) => lineOf(own, sub, unsaid(t, sub, 'factorSub'))),
        }))}
      />
    </Section>
  )
}

export const Touchpoints = ({ of: { touchpoints } }: Part) => {
  const { t } = useTexts()
  const title = t('complaintFigure.touchpoints')
  return (
    <Section title={title}>
      <Breakdown
        title={title}
        first={t('complaintColumn.touchpoint')}
        lines={touchpoints.map(({ touchpoint, ...group }) =>
          lineOf(group, touchpoint, unsaid(t, touchpoint, 'touchpoint')),
        )}
      />
    </Section>
  )
}

export const Channels = ({ of: { channels } }: Part) => {
  const { t } = useTexts()
  const title = t('complaintPrint.channels')
  return (
    <Section title={title}>
      <Breakdown
        title={title}
        first={t('complaintColumn.channel')}
        lines={channels.map(({ channel, ...group }) => lineOf(group, channel, t(`channel.${channel}`)))}
      />
    </Section>
  )
}
