import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { MatterView } from '#contract/matters.ts'
import {
  type ViolationCard as Card,
  getViolation,
  printRectificationNotice,
  type ViolationStep,
} from '#contract/violations.ts'
import { addressOf } from '#ui/api.ts'
import { type Fact, FactList } from '#ui/facts.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Photos } from '#ui/inspection/photos.tsx'
import { Instant } from '#ui/instant.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { ViolationMarks } from '#ui/violation/violation-columns.tsx'
import matterStyles from '../matter-page.module.css'
import styles from './violation-card.module.css'

const fact = (key: string, label: string, children: ReactNode): Fact[] =>
  children === null || children === undefined ? [] : [{ key, label, children }]

const Facts = ({ of, matter }: { of: Card; matter: MatterView }) => {
  const { t } = useTexts()
  const suggested = matter.state === 'REPORTED'
  return (
    <FactList
      items={[
        ...fact(
          'type',
          t('violationColumn.type'),
          <span className={styles.marks}>
            {t(`violationType.${of.type}`)} <ViolationMarks of={of} />
          </span>,
        ),
        ...fact(
          'found',
          t('violation.found'),
          <>
            <Instant at={of.foundAt} show="absolute" /> {of.foundBy.name}
          </>,
        ),
        ...fact(
          'suggested',
          t('field.line'),
          suggested
            ? t('finding.suggested', {
                line: t(`line.${of.suggestion.line}`),
                name: of.suggestion.handler?.name ?? '',
              })
            : null,
        ),
        ...fact('agreed', t('violation.agreedUntil'), of.agreedUntil),
        ...fact(
          'notice',
          t('violation.notice'),
          of.notice ? t('violation.noticeUntil', { number: of.notice.number, on: of.notice.deadline }) : null,
        ),
        ...fact('settled', t('violation.settledAs'), of.settlement ? t(`choice.${of.settlement}`) : null),
      ]}
    />
  )
}

/** Who, with whom, at which authority, what came of it: what one step says beside its words. */
const useSaid = () => {
  const { t } = useTexts()
  return (step: ViolationStep): string =>
    [
      step.seen && t(`choice.${step.seen}`),
      step.persuader && t(`choice.${step.persuader}`),
      step.step === 'served' && step.person ? t('violation.person.served', { name: step.person }) : step.person,
      step.witness && t(`choice.${step.witness}`),
      step.authority && t(`choice.${step.authority}`),
      step.jointWith && step.jointWith !== 'nobody' ? `${t('field.jointWith')} ${t(`choice.${step.jointWith}`)}` : null,
      step.reference,
      step.until && t('violation.untilDay', { on: step.until }),
    ]
      .filter(Boolean)
      .join(' · ')
}

const TONE = { agreed: 'good', unclear: 'waiting', refused: 'late', notMet: 'neutral', signed: 'good' } as const

const Steps = ({ of }: { of: Card }) => {
  const { t } = useTexts()
  const said = useSaid()
  return (
    <ol className={styles.steps}>
      {of.steps.map((step) => {
        return (
          <li key={step.id} className={styles.step}>
            <div className={matterStyles.row}>
              <span className={styles.marks}>
                <strong>{t(`violationStep.${step.step}`)}</strong>
                {step.outcome ? <StateTag tone={TONE[step.outcome]}>{t(`choice.${step.outcome}`)}</StateTag> : null}
                {step.signature ? (
                  <StateTag tone={TONE[step.signature]}>{t(`noticeSignature.${step.signature}`)}</StateTag>
                ) : null}
              </span>
              <span className="w-small w-quiet">
                {step.by.name} <Instant at={step.at} show="absolute" />
              </span>
            </div>
            {said(step) ? <p className="w-small">{said(step)}</p> : null}
            {step.words ? <p className={styles.words}>{step.words}</p> : null}
            {step.help ? <p className="w-small">{t('violation.helped', { help: step.help })}</p> : null}
            {step.photos.length > 0 ? <Photos of={step.photos} about={t(`violationStep.${step.step}`)} /> : null}
          </li>
        )
      })}
    </ol>
  )
}

/** What was found at a home and all that was done about it, the newest first. */
export const ViolationCard = ({ matter }: { matter: MatterView }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(
    getViolation,
    { params: { estateId, id: matter.id } },
    { topics: ['matters', 'violations'] },
  )
  return (
    <section className={`w-card ${matterStyles.block}`} aria-label={t('violation.title')}>
      <h2>{t('violation.title')}</h2>
      <QueryView query={query}>
        {(of) => (
          <div className={styles.card}>
            {of.renovation && matter.open ? <Alert type="warning" showIcon title={t('violation.blocks')} /> : null}
            <Facts of={of} matter={matter} />
            {of.notice ? (
              <Button
                className={styles.print}
                icon={<PrinterOutlined aria-hidden />}
                href={addressOf(printRectificationNotice, { params: { estateId, id: matter.id }, query: { lang } })}
                target="_blank"
              >
                {t('violation.printNotice')}
              </Button>
            ) : null}
            <h2 className={matterStyles.next}>{t('violation.steps')}</h2>
            <Steps of={of} />
          </div>
        )}
      </QueryView>
    </section>
  )
}
