import type { ComplaintFilter } from '#contract/complaint-list.ts'
import { Chart } from '../chart/chart.tsx'
import { useTexts } from '../i18n.ts'
import { useGo } from '../links.tsx'
import { useIsPhone } from '../media.ts'
import { useCan } from '../session.tsx'
import { searchOf } from './search-of.ts'

export type ParetoLine = { name: string; count: number; cumulative: number; opens: ComplaintFilter }

const MOST = 6
const MOST_ON_PHONE = 4
/** What the chart has for its names on a usual page, px. */
const ROOM_PX = 440
const ROOM_ON_PHONE_PX = 240

/** CP-133: what weighs most first, with the share of all down to here as a line. */
export const Pareto = ({ lines, description }: { lines: readonly ParetoLine[]; description: string }) => {
  const { t } = useTexts()
  const go = useGo()
  const can = useCan()
  const phone = useIsPhone()
  const shown = lines.slice(0, phone ? MOST_ON_PHONE : MOST)
  return (
    <Chart
      data={{
        kind: 'pareto',
        labels: shown.map(({ name }) => name),
        labelWidth: Math.floor((phone ? ROOM_ON_PHONE_PX : ROOM_PX) / Math.max(1, shown.length)),
        series: [
          { id: 'count', name: t('complaintFigure.count'), values: shown.map(({ count }) => count) },
          {
            id: 'cumulative',
            name: t('complaintFigure.cumulative'),
            unit: '%',
            values: shown.map(({ cumulative }) => Math.round(cumulative * 1_000) / 10),
          },
        ],
      }}
      description={description}
      {...(can('complaint.read_reports')
        ? {
            onClickDatum: ({ index }: { index: number }) => {
              const line = shown[index]
              if (line) go('complaints', searchOf(line.opens))
            },
          }
        : {})}
    />
  )
}
