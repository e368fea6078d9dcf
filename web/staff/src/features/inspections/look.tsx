import { Alert, Button } from 'antd'
import { useState } from 'react'
import { getInspection, type LookDetail, voidInspection } from '#contract/inspection-looks.ts'
import { isFault } from '#contract/rules/fault.ts'
import { type Fact, FactList } from '#ui/facts.tsx'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { ClockOff } from '#ui/inspection/clock-off.tsx'
import { Points } from '#ui/inspection/points.tsx'
import { Instant } from '#ui/instant.tsx'
import { EstateLink, usePageId } from '#ui/links.tsx'
import { useNotice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { Answers } from './answers.tsx'
import styles from './looks.module.css'

const Facts = ({ look }: { look: LookDetail }) => {
  const { t } = useTexts()
  const can = useCan()
  const items: (Fact | false)[] = [
    { key: 'score', label: t('looks.score'), children: <Points of={look.score} /> },
    look.score !== null &&
      look.voidedAt === null &&
      can('inspection.read') && {
        key: 'why',
        label: t('nav.scoredLook'),
        children: <EstateLink to={`scored-looks/${look.id}`}>{t('looks.toScore')}</EstateLink>,
      },
    {
      key: 'at',
      label: t('looks.at'),
      children: (
        <>
          <Instant at={look.beganAt} show="absolute" /> – <Instant at={look.endedAt} show="absolute" />
          <ClockOff ms={look.clockOffMs} />
        </>
      ),
    },
    { key: 'received', label: t('looks.received'), children: <Instant at={look.receivedAt} show="absolute" /> },
    {
      key: 'inspector',
      label: t('looks.inspector'),
      children: `${look.inspector.name} · ${t(`inspectionKind.${look.kind}`)}${look.scanned ? ` · ${t('rounds.scanned')}` : ''}`,
    },
    look.positionMissing !== null && {
      key: 'positionMissing',
      label: t('looks.position'),
      children: t('looks.positionMissing', { reason: look.positionMissing }),
    },
    look.position !== null && {
      key: 'position',
      label: t('looks.position'),
      children: (
        <span className="w-figures">
          {look.position.metresAway === null
            ? `${look.position.latitude.toFixed(5)}, ${look.position.longitude.toFixed(5)}`
            : t('looks.metresAway', { metres: look.position.metresAway })}
          {look.position.accuracyM === null
            ? ''
            : ` ${t('looks.accuracy', { metres: Math.round(look.position.accuracyM) })}`}
        </span>
      ),
    },
    { key: 'standard', label: t('looks.standard'), children: look.standard },
    look.note !== null && { key: 'note', label: t('rounds.note'), children: look.note },
    look.roundId !== null && {
      key: 'round',
      label: t('rounds.name'),
      children: <EstateLink to={`inspection-rounds/${look.roundId}`}>{t('looks.toRound')}</EstateLink>,
    },
  ]
  return <FactList items={items.filter((item): item is Fact => item !== false)} />
}

const VoidForm = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const revoke = useApiMutation(voidInspection)
  return (
    <FormDialog
      title={t('looks.voidTitle')}
      intro={t('looks.voidHint')}
      schema={voidInspection.body}
      fields={{ reason: { label: t('rounds.reason'), rows: 3, autoFocus: true } }}
      submitLabel={t('looks.void')}
      danger
      onClose={onClose}
      onSubmit={async (body) => {
        await revoke.mutateAsync({ params: { estateId, id }, body })
        notice.good(t('looks.voidDone'))
        onClose()
      }}
    />
  )
}

/** One look: its score, what failed with photos, then everything else. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const id = usePageId()
  const query = useApiQuery(getInspection, { params: { estateId, id } })
  const [voiding, setVoiding] = useState(false)
  return (
    <QueryView query={query}>
      {(look) => {
        const counted = look.answers.filter((a) => a.apart === null)
        return (
          <>
            <PageHeader
              title={look.place}
              hint={t(`touchpoint.${look.touchpoint}`)}
              actions={
                look.mayVoid ? (
                  <Button danger onClick={() => setVoiding(true)}>
                    {t('looks.void')}
                  </Button>
                ) : null
              }
            />
            {look.voidedAt ? (
              <Alert
                className={styles.block ?? ''}
                type="warning"
                showIcon
                title={t('looks.voidedBy', { name: look.voidedBy?.name ?? '', reason: look.voidReason ?? '' })}
              />
            ) : null}
            {look.missing.length > 0 ? (
              <Alert
                className={styles.block ?? ''}
                type="warning"
                showIcon
                title={t('looks.incomplete', { count: look.missing.length })}
                description={
                  <ul className={styles.missing}>
                    {look.missing.map((item) => (
                      <li key={item.itemId}>
                        {item.statement[lang]} <span className="w-quiet w-figures">{item.itemId}</span>
                      </li>
                    ))}
                  </ul>
                }
              />
            ) : null}
            <section className={`w-card ${styles.block}`}>
              <Facts look={look} />
            </section>
            <Answers title={t('looks.failedTitle')} answers={counted.filter((a) => isFault(a, a.answer))} />
            <Answers title={t('looks.others')} answers={counted.filter((a) => !isFault(a, a.answer))} />
            <Answers title={t('looks.apartTitle')} answers={look.answers.filter((a) => a.apart !== null)} />
            {voiding ? <VoidForm id={look.id} onClose={() => setVoiding(false)} /> : null}
          </>
        )
      }}
    </QueryView>
  )
}
