import { Alert, Button } from 'antd'
import { useState } from 'react'
import { type GateCheckDetail, getGateCheck, unmaskGateCheck } from '#contract/goods.ts'
import { type Fact, FactList } from '#ui/facts.tsx'
import { UnmaskFor } from '#ui/household/unmask.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Photos } from '#ui/inspection/photos.tsx'
import { Instant } from '#ui/instant.tsx'
import { EstateLink, usePageId } from '#ui/links.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { absoluteText } from '#ui/time-texts.ts'
import { CorrectForm, VoidForm } from './acts.tsx'
import styles from './gate-checks.module.css'
import { Result, useLineText, useOldLines } from './result.tsx'

const Facts = ({ check }: { check: GateCheckDetail }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const unmask = useApiMutation(unmaskGateCheck, { touches: [] })
  const hidden = (field: 'carrierPhone' | 'plate', masked: string) => (
    <UnmaskFor
      what={t(`gateFact.${field}`)}
      likely={field === 'plate' ? 'vehicle' : 'call'}
      masked={masked}
      ask={(purpose) => unmask.mutateAsync({ params: { estateId, id: check.id }, body: { field, purpose } })}
    />
  )
  const items: (Fact | false)[] = [
    { key: 'result', label: t('gate.result'), children: <Result check={check} /> },
    { key: 'at', label: t('gate.at'), children: <Instant at={check.at} show="absolute" /> },
    { key: 'received', label: t('gate.receivedAt'), children: <Instant at={check.receivedAt} show="absolute" /> },
    {
      key: 'gate',
      label: t('gate.gate'),
      children: `${check.gate.name}${check.scanned ? ` · ${t('gate.scanned')}` : ''}`,
    },
    { key: 'guard', label: t('gate.guard'), children: check.guard.name },
    (check.unit !== null || check.unitSaid !== null) && {
      key: 'unit',
      label: t('gate.unit'),
      children: check.unit ? (
        <EstateLink to="gate-checks" search={{ unitId: check.unit.id }}>
          {check.unit.display}
        </EstateLink>
      ) : (
        check.unitSaid
      ),
    },
    check.slipNumber !== null && {
      key: 'collected',
      label: t('gate.collected'),
      children: t(check.slipCollected ? 'common.yes' : 'common.no'),
    },
    check.carrierName !== null && { key: 'carrier', label: t('gate.carrier'), children: check.carrierName },
    check.carrierPhone !== null && {
      key: 'phone',
      label: t('gate.phone'),
      children: hidden('carrierPhone', check.carrierPhone),
    },
    check.plate !== null && { key: 'plate', label: t('gate.plate'), children: hidden('plate', check.plate) },
    check.difference !== null && { key: 'difference', label: t('gate.difference'), children: check.difference },
    check.photoMissing !== null && {
      key: 'photoMissing',
      label: t('gate.photoMissing'),
      children: check.photoMissing,
    },
    check.matter !== null && {
      key: 'matter',
      label: t('gate.matter'),
      children: <EstateLink to={`matters/${check.matter.id}`}>{check.matter.number}</EstateLink>,
    },
    check.matter !== null &&
      check.matter.answer !== null && { key: 'answer', label: t('gate.answer'), children: check.matter.answer },
  ]
  return <FactList items={items.filter((item): item is Fact => item !== false)} />
}

const Changes = ({ changes }: { changes: GateCheckDetail['changes'] }) => {
  const { t } = useTexts()
  const asRead = useOldLines()
  return changes.length === 0 ? null : (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('gate.changes')}</h2>
      <ul className={styles.plain}>
        {changes.map(({ id, at, by, reason, before }) => (
          <li key={id}>
            <Instant at={at} show="absolute" /> {by.name} · {reason}
            {before.map(({ what, value }) => (
              <div key={what} className="w-small w-quiet">
                {t('gate.changed', {
                  what: t(`gateFact.${what}`),
                  value: value === null ? t('gate.nothing') : what === 'lines' ? asRead(value) : value,
                })}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One gate check: what was counted, its photos, what the desk was told, and every correction. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId, timeZone } = useEstate()
  const lineText = useLineText()
  const id = usePageId()
  const query = useApiQuery(getGateCheck, { params: { estateId, id } }, { topics: ['goods', 'matters'] })
  const [form, setForm] = useState<'correct' | 'void'>()
  const close = () => setForm(undefined)
  return (
    <QueryView query={query}>
      {(check) => (
        <>
          <PageHeader
            title={check.slipNumber ?? t('gateResult.noSlip')}
            hint={t('nav.gateCheck')}
            actions={
              check.mayCorrect ? (
                <>
                  <Button onClick={() => setForm('correct')}>{t('gate.correct')}</Button>
                  <Button danger onClick={() => setForm('void')}>
                    {t('gate.void')}
                  </Button>
                </>
              ) : null
            }
          />
          {check.voidedAt ? (
            <Alert
              className={styles.block ?? ''}
              type="warning"
              showIcon
              title={t('gate.voidedBy', { name: check.voidedBy?.name ?? '', reason: check.voidReason ?? '' })}
            />
          ) : null}
          {check.secondOf ? (
            <Alert
              className={styles.block ?? ''}
              type="error"
              showIcon
              title={
                <EstateLink to={`gate-checks/${check.secondOf.id}`}>
                  {t('gate.firstUse', {
                    time: absoluteText(Date.parse(check.secondOf.at), timeZone),
                    gate: check.secondOf.gate,
                    guard: check.secondOf.guard,
                  })}
                </EstateLink>
              }
            />
          ) : null}
          <section className={`w-card ${styles.block}`}>
            <Facts check={check} />
          </section>
          {check.lines.length > 0 ? (
            <section className={`w-card ${styles.block}`}>
              <h2>{t('gate.goods')}</h2>
              <ul className={styles.plain}>
                {check.lines.map((line, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
                  <li key={at}>{lineText(line)}</li>
                ))}
              </ul>
            </section>
          ) : null}
          {check.slipPhotos.length > 0 ? (
            <section className={`w-card ${styles.block}`}>
              <h2>{t('gate.slipPhotos')}</h2>
              <Photos of={check.slipPhotos} />
            </section>
          ) : null}
          {check.goodsPhotos.length > 0 ? (
            <section className={`w-card ${styles.block}`}>
              <h2>{t('gate.goodsPhotos')}</h2>
              <Photos of={check.goodsPhotos} />
            </section>
          ) : null}
          <Changes changes={check.changes} />
          {form === 'correct' ? <CorrectForm check={check} onClose={close} /> : null}
          {form === 'void' ? <VoidForm check={check} onClose={close} /> : null}
        </>
      )}
    </QueryView>
  )
}
