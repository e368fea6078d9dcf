import type { DutyView } from '#contract/duty.ts'
import { instantMs } from '#ui/clock.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import type { Column } from '#ui/list/data-table.tsx'
import { useZone } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { wallTime } from '#ui/time.rules.ts'

/** `08:00–20:00`, with the day of the end when it is another. */
export const DutyHours = ({ duty }: { duty: DutyView }) => {
  const { t } = useTexts()
  const zone = useZone()
  const from = wallTime(instantMs(duty.from), zone)
  const to = wallTime(instantMs(duty.to), zone)
  return (
    <span className="w-figures">
      {from.time}–{to.date === from.date ? to.time : `${t('dutyPage.nextDay')} ${to.time}`}
    </span>
  )
}

export const DutyState = ({ duty }: { duty: DutyView }) => {
  const { t } = useTexts()
  if (duty.endedAt) return <StateTag tone="ended">{t('dutyPage.wentOff')}</StateTag>
  if (duty.waitsForHandover) return <StateTag tone="waiting">{t('dutyPage.waitsForHandover')}</StateTag>
  return null
}

export const dutyColumns = (t: T): Column<DutyView>[] => [
  { key: 'date', title: t('dutyPage.day'), width: 120, render: (d) => <span className="w-figures">{d.date}</span> },
  { key: 'hours', title: t('dutyPage.shift'), width: 190, render: (d) => <DutyHours duty={d} /> },
  { key: 'post', title: t('dutyPage.post'), width: 180, render: (d) => d.post.name },
]
