import { LeftOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import {
  getComplaintPublication,
  type Publication,
  printComplaintPublication,
} from '#contract/complaint-publication.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useToday } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { Editor } from './editor.tsx'
import { PostDialog } from './post-form.tsx'
import styles from './publications.module.css'
import { Sheet } from './sheet.tsx'
import { TONE } from './tone.ts'

const Facts = ({ shown }: { shown: Publication }) => {
  const { t } = useTexts()
  const { approved, posted, updatedBy } = shown
  return (
    <p className={`w-quiet ${styles.facts} ${styles.line}`}>
      <span className="w-figures">
        {t('publication.dueOn')} {shown.dueOn}
      </span>
      {updatedBy ? <span>{t('publication.savedBy', { name: updatedBy.name })}</span> : null}
      {approved ? (
        <span>
          {t('publication.approvedBy')} {approved.by.name} · <Instant at={approved.at} show="absolute" />
        </span>
      ) : null}
      {posted ? (
        <span>
          {t('publication.posted')} <span className="w-figures">{posted.on}</span> · {posted.by.name} ·{' '}
          {posted.places
            .map((place) => (place === 'other' && posted.otherPlace ? posted.otherPlace : t(`complaintPlace.${place}`)))
            .join(' · ')}
        </span>
      ) : null}
    </p>
  )
}

const Content = ({ shown, today }: { shown: Publication; today: string }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const [revising, setRevising] = useState(false)
  const [posting, setPosting] = useState(false)
  const { state, month } = shown
  const writes = can('complaint.report')
  const open = state === 'missing' || state === 'draft'
  return (
    <>
      <Facts shown={shown} />
      {state === 'approved' || state === 'posted' ? (
        <div className={styles.tools}>
          {state === 'approved' && writes ? (
            <Button type="primary" onClick={() => setPosting(true)}>
              {t('publication.post')}
            </Button>
          ) : null}
          <Button
            icon={<PrinterOutlined aria-hidden />}
            href={addressOf(printComplaintPublication, { params: { estateId, month }, query: { lang } })}
            target="_blank"
          >
            {t('publication.print')}
          </Button>
        </div>
      ) : null}
      {(state === 'approved' || state === 'none') && writes && !revising ? (
        <div className={styles.tools}>
          <Button onClick={() => setRevising(true)}>{t('publication.revise')}</Button>
          <span className="w-quiet w-small">{t('publication.reviseHint')}</span>
        </div>
      ) : null}
      {open || (revising && state !== 'posted') ? (
        <Editor shown={shown} over={month < today.slice(0, 7)} onSaved={() => setRevising(false)} />
      ) : (
        <Sheet shown={shown} />
      )}
      {posting ? <PostDialog shown={shown} today={today} onClose={() => setPosting(false)} /> : null}
    </>
  )
}

/** The publication of one month: written by one, approved by another, posted. */
export const MonthPage = ({ month, onBack }: { month: string; onBack: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const today = useToday()
  const query = useApiQuery(getComplaintPublication, { params: { estateId, month } })
  const shown = query.data
  return (
    <>
      <PageHeader
        title={t('publication.ofMonth', { month })}
        tags={
          shown ? (
            <>
              <StateTag tone={TONE[shown.state]}>{t(`complaintPublicationState.${shown.state}`)}</StateTag>
              {shown.late ? <StateTag tone="late">{t('publication.late')}</StateTag> : null}
            </>
          ) : null
        }
        hint={t('publication.noNames')}
        actions={
          <Button icon={<LeftOutlined aria-hidden />} onClick={onBack}>
            {t('publication.back')}
          </Button>
        }
      />
      <QueryView query={query}>{(data) => <Content shown={data} today={today} />}</QueryView>
    </>
  )
}
