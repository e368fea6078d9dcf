import type { MatterFacts as Facts } from '#contract/complaint-reports.ts'
import { categoryWord } from '#ui/complaint/words.ts'
import { FactList } from '#ui/facts.tsx'
import { type T, useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { Money } from '#ui/money.tsx'
import styles from './report.module.css'

/** Sixteen facts stand in three columns. */
const A_THIRD = 6

const verbWord = (t: T, verb: string) => {
  const said = wordFor(t, `timeline.${verb}`, '')
  return said === '' ? wordFor(t, `verb.${verb}`, verb) : said
}

/** The complaint that a report is about, as it stands or stood. */
export const FactsOfMatter = ({ of, matterId }: { of: Facts; matterId: string | null }) => {
  const { t } = useTexts()
  const moment = (at: string | null) => (at ? <Instant at={at} show="absolute" /> : '—')
  const items = [
    {
      key: 'number',
      label: t('complaintColumn.number'),
      children: matterId ? <EstateLink to={`matters/${matterId}`}>{of.number}</EstateLink> : of.number,
    },
    {
      key: 'state',
      label: t('complaintColumn.state'),
      children: wordFor(t, `state.complaint.${of.state}`, of.state),
    },
    { key: 'customer', label: t('complaintColumn.customer'), children: of.customer ?? '—' },
    { key: 'unit', label: t('complaintColumn.unit'), children: of.unit ?? of.place ?? '—' },
    { key: 'received', label: t('field.receivedAt'), children: moment(of.receivedAt) },
    { key: 'channel', label: t('complaintColumn.channel'), children: wordFor(t, `channel.${of.channel}`, of.channel) },
    { key: 'category', label: t('complaintColumn.category'), children: categoryWord(t, of.category) },
    {
      key: 'factor',
      label: t('complaintColumn.factor'),
      children: of.factor ? wordFor(t, `factor.${of.factor}`) : '—',
    },
    { key: 'voices', label: t('complaint.voices'), children: t('complaint.voicesCount', of) },
    { key: 'claim', label: t('complaint.claim'), children: <Money fen={of.claimFen} /> },
    {
      key: 'compensation',
      label: t('complaint.compensation'),
      children: of.compensationFen === null ? '—' : <Money fen={of.compensationFen} />,
    },
    { key: 'reply', label: t('complaintColumn.firstReply'), children: moment(of.firstReplyAt) },
    { key: 'replyDue', label: t('complaintColumn.replyDue'), children: moment(of.replyDueAt) },
    { key: 'owner', label: t('complaintColumn.owner'), children: of.owner },
    { key: 'handler', label: t('complaintColumn.handler'), children: of.handler ?? '—' },
    {
      key: 'satisfaction',
      label: t('complaintColumn.satisfaction'),
      children: of.satisfaction ? wordFor(t, `choice.${of.satisfaction}`) : '—',
    },
  ]
  const said = [
    [t('complaintPrint.said'), of.customerSaid],
    [t('complaintPrint.wish'), of.wish],
    [t('complaint.impact'), of.impact],
    [t('complaintPrint.cause'), of.cause],
    [t('complaintPrint.proposal'), of.proposal],
    [t('field.result'), of.result],
  ].flatMap(([label, text]) => (label && text ? [{ label, text }] : []))
  return (
    <section className={`w-card ${styles.block}`} aria-label={t('complaintReport.facts')}>
      <h2>{t('complaintReport.facts')}</h2>
      <div className={styles.facts}>
        {[items.slice(0, A_THIRD), items.slice(A_THIRD, 2 * A_THIRD), items.slice(2 * A_THIRD)].map((some) => (
          <FactList key={some[0]?.key} items={some} />
        ))}
      </div>
      {said.map(({ label, text }) => (
        <p key={label} className={styles.written}>
          <span className="w-quiet">{label}</span> {text}
        </p>
      ))}
    </section>
  )
}

export const CourseOfMatter = ({ of }: { of: Facts }) => {
  const { t } = useTexts()
  return (
    <section className={`w-card ${styles.block}`} aria-label={t('complaintReport.course')}>
      <h2>{t('complaintReport.course')}</h2>
      <ol className={styles.cases}>
        {of.course.map(({ at, who, verb, text }) => (
          <li key={`${at} ${verb}`} className={styles.case}>
            <span className="w-small w-quiet">
              <Instant at={at} show="absolute" /> · {who || t('common.system')}
            </span>
            <span>{verbWord(t, verb)}</span>
            {text ? <span className={styles.written}>{text}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
