import { IdcardOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import {
  IDENTITY_METHODS,
  IDENTITY_RESULTS,
  type IdentityCheckView,
  listIdentityChecks,
  RecordIdentityCheck,
  recordIdentityCheck,
} from '#contract/customers.ts'
import type { PhoneView } from '#contract/households.ts'
import type { ApiError } from '../api-error.ts'
import { type T, useTexts } from '../i18n.ts'
import { Instant } from '../instant.tsx'
import { useNotice } from '../notice.tsx'
import { useApiMutation, usePages } from '../query.ts'
import { useCan, useEstate } from '../session.tsx'
import { StateTag } from '../state-tag.tsx'
import { ErrorState, LoadingState } from '../states.tsx'
import { Block } from './block.tsx'
import { FormDialog } from './form-dialog.tsx'
import styles from './household.module.css'
import { LIVES } from './topics.ts'
import { troubleText } from './trouble.ts'

type Whom = { id: string; name: string; phones: readonly PhoneView[] }

const explained =
  (t: T) =>
  (error: ApiError): Record<string, string> => {
    if (error.field === 'idNumber') return { idNumber: troubleText(t, error) ?? t('customer.idNumberHelp') }
    if (error.field !== 'result') return error.field === 'phoneId' ? { phoneId: t('identity.phoneHelp') } : {}
    return { result: t(error.details.idMatches === false ? 'customer.idDiffers' : 'identity.noAnswerOnlyCall') }
  }

/** FD-008, FD-009: how it was made sure that this is the customer. */
export const CheckIdentity = ({ customer, onClose }: { customer: Whom; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const record = useApiMutation(recordIdentityCheck, { touches: LIVES })
  const phones = customer.phones.filter((phone) => phone.untilDate === null)
  const likely = phones.find((phone) => phone.preferred) ?? phones[0]
  const calls = ({ method }: Readonly<Record<string, unknown>>) => method === 'phoneCall'
  return (
    <FormDialog
      title={t('identity.recordTitle', { name: customer.name })}
      intro={t('identity.why')}
      schema={RecordIdentityCheck}
      initial={{ method: 'idSeen', ...(likely ? { phoneId: likely.id } : {}) }}
      fields={{
        method: {
          label: t('identity.method'),
          options: IDENTITY_METHODS.map((value) => ({ value, label: t(`identityMethod.${value}`) })),
        },
        phoneId: {
          label: t('identity.phone'),
          help: t('identity.phoneHelp'),
          widget: 'radio',
          options: phones.map(({ id, phone, label }) => ({
            value: id,
            label: [phone, label].filter(Boolean).join(' '),
          })),
          when: calls,
        },
        idNumber: { label: t('identity.shown'), help: t('identity.shownHelp'), when: (values) => !calls(values) },
        result: {
          label: t('identity.result'),
          options: IDENTITY_RESULTS.map((value) => ({ value, label: t(`identityResult.${value}`) })),
        },
        note: { label: t('identity.note'), rows: 2 },
      }}
      explain={explained(t)}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        await record.mutateAsync({ params: { estateId, id: customer.id }, body })
        notice.good(t('identity.saved'))
        onClose()
      }}
    />
  )
}

const RESULT_TONE = { confirmed: 'good', notConfirmed: 'late', noAnswer: 'waiting' } as const

const Check = ({ check }: { check: IdentityCheckView }) => {
  const { t } = useTexts()
  const facts = [
    check.numberCalled ? t('identity.called', { phone: check.numberCalled }) : undefined,
    check.idMatches === null ? undefined : t(check.idMatches ? 'identity.matches' : 'identity.differs'),
    check.note ?? undefined,
  ].filter((fact) => fact !== undefined)
  return (
    <li className={styles.person}>
      <span className={styles.what}>
        <StateTag tone={RESULT_TONE[check.result]}>{t(`identityResult.${check.result}`)}</StateTag>
        {t(`identityMethod.${check.method}`)}
      </span>
      {facts.length > 0 ? <span className="w-small">{facts.join(' · ')}</span> : null}
      <span className="w-quiet w-small">
        {check.by} · <Instant at={check.at} show="both" />
      </span>
    </li>
  )
}

const SHOWN = 5

/** The record of checks; the newest are enough at a glance. */
export const IdentityChecks = ({ customer }: { customer: Whom }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const [open, setOpen] = useState(false)
  const pages = usePages(
    listIdentityChecks,
    { params: { estateId, id: customer.id }, query: { limit: SHOWN } },
    { topics: ['customers'] },
  )
  return (
    <Block
      title={t('identity.title')}
      actions={
        can(['desk.use', 'customer.edit']) ? (
          <Button size="small" icon={<IdcardOutlined aria-hidden />} onClick={() => setOpen(true)}>
            {t('identity.record')}
          </Button>
        ) : null
      }
    >
      {pages.isPending ? <LoadingState rows={2} /> : null}
      {pages.error ? <ErrorState error={pages.error} onRetry={pages.refetch} compact /> : null}
      {!pages.isPending && !pages.error && pages.rows.length === 0 ? (
        <p className="w-quiet">{t('identity.none')}</p>
      ) : null}
      <ul className={styles.list}>
        {pages.rows.map((check) => (
          <Check key={check.id} check={check} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button size="small" loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
      {open ? <CheckIdentity customer={customer} onClose={() => setOpen(false)} /> : null}
    </Block>
  )
}
