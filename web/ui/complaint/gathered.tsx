import type { ComplaintAnalysis } from '#contract/complaint-analysis.ts'
import { gathering } from '#contract/rules/gathering.ts'
import { useTexts } from '../i18n.ts'
import { StateTag } from '../state-tag.tsx'
import { Change, FigureLink } from './figure.tsx'
import { percentText } from './words.ts'

/** CP-132: the lines and buildings in which the complaints of a period gather; the bad line at a glance. */
export const Gathered = ({ of: { lines, buildings } }: { of: Pick<ComplaintAnalysis, 'lines' | 'buildings'> }) => {
  const { t } = useTexts()
  const groups = [
    ...gathering(lines.filter(({ line }) => line !== null)).map((g) => ({
      ...g,
      key: g.line ?? '',
      name: g.line ? t(`line.${g.line}`) : '',
    })),
    ...gathering(buildings.filter(({ name }) => name !== null)).map((g) => ({
      ...g,
      key: g.buildingId ?? '',
      name: g.name ?? '',
    })),
  ]
  return groups.map((group) => (
    <li key={group.key}>
      <StateTag tone="waiting">{t('complaintFigure.gathers')}</StateTag> <strong>{group.name}</strong>{' '}
      <FigureLink count={group.count} opens={group.opens}>
        {t('complaintFigure.countAndShare', { count: group.count, share: percentText(group.share) })}
      </FigureLink>{' '}
      <Change {...group} bad />
    </li>
  ))
}
