import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { printHandlingRecord } from '#contract/complaint-case.ts'
import { getMatter, type MatterView, printMatter } from '#contract/matters.ts'
import { addressOf } from '#ui/api.ts'
import { useCase } from '#ui/complaint/use-case.ts'
import { FactList } from '#ui/facts.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink, usePageId } from '#ui/links.tsx'
import { MatterClocks } from '#ui/matter/matter-clocks.tsx'
import { MatterFlags, MatterState } from '#ui/matter/matter-state.tsx'
import { MatterTimeline } from '#ui/matter/matter-timeline.tsx'
import { MoveButtons } from '#ui/matter/move-buttons.tsx'
import { AppointmentTime } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { PersonChip } from '#ui/person-chip.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { ReportViolationButton } from '#ui/violation/report-button.tsx'
import { CauseCard } from './complaint/cause-card.tsx'
import { ExpectationsCard } from './complaint/expectations-card.tsx'
import { FileCard } from './complaint/file-card.tsx'
import { ComplaintNotes } from './complaint/notes.tsx'
import { PostCard } from './complaint/post-card.tsx'
import { VoicesCard } from './complaint/voices-card.tsx'
import { ComplaintWords } from './complaint-words.tsx'
import { Duties } from './duties.tsx'
import { Files } from './files.tsx'
import { FindingCard } from './finding/finding-card.tsx'
import { ProposeFinding } from './finding/propose-finding.tsx'
import { Links } from './links.tsx'
import styles from './matter-page.module.css'
import { Promises } from './promises.tsx'
import { ViolationCard } from './violation/violation-card.tsx'

const Words = ({ matter }: { matter: MatterView }) => {
  const { t } = useTexts()
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('field.customerSaid')}</h2>
      <p className={styles.said}>{matter.customerSaid ?? '—'}</p>
      {matter.staffSaw ? (
        <>
          <h2>{t('field.staffSaw')}</h2>
          <p className={styles.said}>{matter.staffSaw}</p>
        </>
      ) : null}
      <ComplaintWords details={matter.details} />
      {matter.result ? (
        <>
          <h2>{t('field.result')}</h2>
          <p className={styles.said}>{matter.result}</p>
        </>
      ) : null}
      {matter.feedback ? (
        <>
          <h2>{t('field.feedback')}</h2>
          <p className={styles.said}>{matter.feedback}</p>
        </>
      ) : null}
    </section>
  )
}

/** What a matter has that no customer brought. */
const FOUND: Readonly<Record<string, ReadonlySet<string>>> = {
  finding: new Set(['place', 'channel', 'line', 'owner', 'handler']),
  violation: new Set(['unit', 'place', 'line', 'owner', 'handler']),
}
/** Words and findings that may turn out to be a customer's violation (FD-770). */
const REPORTS_VIOLATION: ReadonlySet<string> = new Set(['service', 'complaint', 'info', 'finding'])
const isFound = ({ kind }: MatterView) => kind in FOUND

/** What was said, or what was found. */
const Story = ({ matter }: { matter: MatterView }) =>
  matter.kind === 'finding' ? (
    <FindingCard matter={matter} />
  ) : matter.kind === 'violation' ? (
    <ViolationCard matter={matter} />
  ) : (
    <Words matter={matter} />
  )

const Facts = ({ matter }: { matter: MatterView }) => {
  const { t } = useTexts()
  const items = [
    {
      key: 'unit',
      label: t('field.unitId'),
      children: matter.unit ? <EstateLink to={`units/${matter.unit.id}`}>{matter.unit.display}</EstateLink> : '—',
    },
    {
      key: 'customer',
      label: t('field.customerId'),
      children: matter.customer ? (
        <EstateLink to={`customers/${matter.customer.id}`}>{matter.customer.name}</EstateLink>
      ) : (
        (matter.customerName ?? '—')
      ),
    },
    {
      key: 'phone',
      label: t('field.contactPhone'),
      children: <span className="w-figures">{matter.contactPhone ?? '—'}</span>,
    },
    { key: 'place', label: t('field.place'), children: matter.place ?? '—' },
    { key: 'channel', label: t('field.channel'), children: t(`channel.${matter.channel}`) },
    { key: 'line', label: t('field.line'), children: matter.line ? t(`line.${matter.line}`) : '—' },
    { key: 'received', label: t('field.receivedAt'), children: <Instant at={matter.receivedAt} show="absolute" /> },
    {
      key: 'appointment',
      label: t('matter.appointment'),
      children: matter.appointmentFrom ? (
        <AppointmentTime from={matter.appointmentFrom} to={matter.appointmentTo} />
      ) : (
        '—'
      ),
    },
    {
      key: 'owner',
      label: t('matter.owner'),
      children: <PersonChip name={matter.owner.name} note={matter.coOwner ? `+ ${matter.coOwner.name}` : undefined} />,
    },
    {
      key: 'handler',
      label: t('field.handlerId'),
      children: matter.handler ? <PersonChip name={matter.handler.name} /> : '—',
    },
    {
      key: 'closer',
      label: t('matter.closureController'),
      children: (matter.dedicated ?? matter.closureController)?.name ?? '—',
    },
    {
      key: 'satisfaction',
      label: t('field.satisfaction'),
      children: matter.satisfaction ? t(`choice.${matter.satisfaction}`) : '—',
    },
  ]
  return <FactList items={isFound(matter) ? items.filter(({ key }) => FOUND[matter.kind]?.has(key)) : items} />
}

const Matter = ({ matter }: { matter: MatterView }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const complaint = useCase(matter)
  return (
    <>
      <PageHeader
        title={matter.title}
        tabTitle={`${matter.number} ${matter.title}`}
        tags={
          <>
            <MatterState matter={matter} />
            <MatterFlags matter={matter} />
            {complaint?.headAppearedAt ? (
              <StateTag>
                {t('complaint.headCame')} <Instant at={complaint.headAppearedAt} show="absolute" />
              </StateTag>
            ) : null}
          </>
        }
        hint={
          <span className="w-figures">
            {matter.number} · {t(`contactType.${matter.contactType}`)}
            {matter.mergedInto ? (
              <>
                {' '}
                · {t('matter.mergedInto')}{' '}
                <EstateLink to={`matters/${matter.mergedInto.id}`}>{matter.mergedInto.number}</EstateLink>
              </>
            ) : null}
          </span>
        }
        actions={
          <>
            <Button
              icon={<PrinterOutlined />}
              href={addressOf(printMatter, { params: { estateId, id: matter.id }, query: { lang } })}
              target="_blank"
            >
              {t('matter.print')}
            </Button>
            {complaint ? (
              <Button
                icon={<PrinterOutlined />}
                href={addressOf(printHandlingRecord, { params: { estateId, id: matter.id }, query: { lang } })}
                target="_blank"
              >
                {t('handlingRecord.print')}
              </Button>
            ) : null}
            {matter.open && REPORTS_VIOLATION.has(matter.kind) ? <ReportViolationButton because={matter} /> : null}
            {complaint ? <ProposeFinding matter={matter} touchpoint={complaint.touchpoint} /> : null}
            <MoveButtons matter={matter} />
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.story}>
          {complaint ? <ComplaintNotes matter={matter} of={complaint} /> : null}
          <Story matter={matter} />
          {complaint ? (
            <>
              <PostCard matter={matter} of={complaint} />
              <VoicesCard matter={matter} of={complaint} />
              <ExpectationsCard matter={matter} of={complaint} />
            </>
          ) : null}
          <Promises matter={matter} />
          {isFound(matter) ? null : <Files matter={matter} />}
          <section className={`w-card ${styles.block}`}>
            <h2>{t('matter.timeline')}</h2>
            <MatterTimeline matterId={matter.id} kind={matter.kind} />
          </section>
        </div>
        <aside className={styles.side}>
          <section className={`w-card ${styles.block}`}>
            <h2>{t('matter.clocks')}</h2>
            {matter.clocks.length > 0 ? (
              <MatterClocks clocks={matter.clocks} />
            ) : (
              <p className="w-quiet">{t('matter.noClocks')}</p>
            )}
          </section>
          <section className={`w-card ${styles.block}`}>
            <h2>{t('matter.facts')}</h2>
            <Facts matter={matter} />
          </section>
          {complaint ? (
            <>
              <CauseCard of={complaint} />
              <FileCard matter={matter} of={complaint} />
            </>
          ) : null}
          {isFound(matter) ? null : <Duties matter={matter} />}
          <Links matter={matter} />
        </aside>
      </div>
    </>
  )
}

export const Page = () => {
  const { id: estateId } = useEstate()
  const id = usePageId()
  const query = useApiQuery(getMatter, { params: { estateId, id } }, { topics: ['matters', 'orders'] })
  return <QueryView query={query}>{(matter) => <Matter matter={matter} />}</QueryView>
}
