import { instantMs } from './clock.ts'
import { useTexts } from './i18n.ts'
import { useZone } from './session.tsx'
import { endTime, windowView } from './time.rules.ts'
import { datedWindowText } from './time-texts.ts'

/** From when until when, in the estate's time zone. */
export const TimeWindow = ({ from, to }: { from: string; to: string }) => {
  const { t } = useTexts()
  const zone = useZone()
  return <span className="w-figures">{datedWindowText(t, windowView(instantMs(from), instantMs(to), zone))}</span>
}

/** Until when; what ends at midnight ends on the day before. */
export const DueTime = ({ at }: { at: string }) => {
  const { date, time } = endTime(instantMs(at), useZone())
  return (
    <time dateTime={at} className="w-figures">
      {date} {time}
    </time>
  )
}
