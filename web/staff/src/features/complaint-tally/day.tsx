import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import {
  getComplaintTally,
  listComplaintTallyItems,
  printComplaintTally,
  type TallyDay,
  type TallySection,
} from '#contract/complaint-tally.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { ExportLink } from '#ui/list/export-link.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { Items } from './items.tsx'
import { Parts } from './parts.tsx'
import { SignBar } from './sign-bar.tsx'
import styles from './tally.module.css'

const Missing = ({ day, onLook }: { day: TallyDay; onLook?: () => void }) => {
  const { t } = useTexts()
  return (
    <Alert
      className={styles.alert ?? ''}
      type="error"
      showIcon
      title={t('tally.missing', { date: day.date })}
      description={day.missingToldAt ? t('tally.missingTold') : undefined}
      action={
        onLook ? (
          <Button size="small" onClick={onLook}>
            {t('tally.look')}
          </Button>
        ) : undefined
      }
    />
  )
}

/** The tally of one day: as it was signed, or as it stands now. */
export const Day = ({
  date,
  today,
  section,
  onSection,
  onDay,
}: {
  date: string
  today: string
  section: TallySection
  onSection: (section: TallySection) => void
  onDay: (date: string) => void
}) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const tally = useApiQuery(
    getComplaintTally,
    { params: { estateId }, query: { date } },
    { topics: ['complaints', 'matters'] },
  )
  return (
    <QueryView query={tally}>
      {({ day, counts, due, dayBefore }) => (
        <>
          {day.state === 'missing' ? <Missing day={day} /> : null}
          {date === today && dayBefore?.state === 'missing' ? (
            <Missing day={dayBefore} onLook={() => onDay(dayBefore.date)} />
          ) : null}
          <SignBar day={day} counts={counts} due={due} isToday={date === today} />
          <Parts counts={counts.sections} section={section} onChoose={onSection} />
          <div className={styles.tools}>
            <h2 className={styles.partTitle}>{t(`complaintTallySection.${section}`)}</h2>
            <Button
              icon={<PrinterOutlined aria-hidden />}
              href={addressOf(printComplaintTally, { params: { estateId }, query: { date, lang } })}
              target="_blank"
            >
              {t('tally.print')}
            </Button>
            <ExportLink list={listComplaintTallyItems} params={{ estateId }} query={{ date, section }} />
          </div>
          <Items date={date} section={section} live={date === today && day.signed === null} />
        </>
      )}
    </QueryView>
  )
}
