import { Button } from 'antd'
import { useState } from 'react'
import { type ArchiveLoan, LendArchive, lendArchive, listArchiveLoans, returnArchive } from '#contract/archive.ts'
import { useTexts } from '../i18n.ts'
import { Instant } from '../instant.tsx'
import { useNotice } from '../notice.tsx'
import { useApiMutation, usePages } from '../query.ts'
import { useCan, useEstate } from '../session.tsx'
import { StateTag } from '../state-tag.tsx'
import { ErrorState, LoadingState } from '../states.tsx'
import { Block } from './block.tsx'
import { FormDialog } from './form-dialog.tsx'
import styles from './household.module.css'

const TOUCHED = ['units', 'loans', 'history'] as const
const SHOWN = 20

const Loan = ({ loan, onReturn }: { loan: ArchiveLoan; onReturn: (() => void) | undefined }) => {
  const { t } = useTexts()
  const tag = loan.returnedAt ? (
    <StateTag tone="ended">{t('archive.isBack')}</StateTag>
  ) : (
    <StateTag tone={loan.late ? 'late' : 'waiting'}>{t(loan.late ? 'archive.isLate' : 'archive.isOut')}</StateTag>
  )
  return (
    <li className={styles.person}>
      <span className={styles.line}>
        <span className={styles.what}>
          {tag}
          {loan.borrower}
          <span className="w-quiet">{loan.purpose}</span>
        </span>
        {onReturn ? (
          <Button size="small" onClick={onReturn}>
            {t('archive.return')}
          </Button>
        ) : null}
      </span>
      <span className="w-quiet w-small">
        <Instant at={loan.lentAt} show="absolute" /> {t('archive.lentBy', { name: loan.lentBy })}
        {loan.dueOn ? ` · ${t('archive.dueOn')} ${loan.dueOn}` : ''}
        {loan.returnedAt ? (
          <>
            {' · '}
            {t('archive.isBack')} <Instant at={loan.returnedAt} show="absolute" />
          </>
        ) : null}
        {loan.returnNote ? ` · ${loan.returnNote}` : ''}
      </span>
    </li>
  )
}

/** FD-731: who took the paper archive, what for, and whether it is back. */
export const ArchiveLoans = ({ unit }: { unit: { id: string; display: string } }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const notice = useNotice()
  const [lending, setLending] = useState(false)
  const [back, setBack] = useState<ArchiveLoan>()
  const pages = usePages(
    listArchiveLoans,
    { params: { estateId }, query: { unitId: unit.id, limit: SHOWN } },
    { topics: ['units', 'loans'] },
  )
  const lend = useApiMutation(lendArchive, { touches: TOUCHED })
  const giveBack = useApiMutation(returnArchive, { touches: TOUCHED })
  const edits = can('customer.edit')
  const out = pages.rows.some((loan) => loan.returnedAt === null)
  return (
    <Block
      title={t('archive.loans')}
      actions={
        edits && !pages.isPending && !out ? (
          <Button size="small" onClick={() => setLending(true)}>
            {t('archive.lend')}
          </Button>
        ) : null
      }
    >
      {pages.isPending ? <LoadingState rows={2} /> : null}
      {pages.error ? <ErrorState error={pages.error} onRetry={pages.refetch} compact /> : null}
      {!pages.isPending && !pages.error && pages.rows.length === 0 ? (
        <p className="w-quiet">{t('archive.noLoans')}</p>
      ) : null}
      <ul className={styles.list}>
        {pages.rows.map((loan) => (
          <Loan
            key={loan.id}
            loan={loan}
            onReturn={edits && loan.returnedAt === null ? () => setBack(loan) : undefined}
          />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button size="small" loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
      {lending ? (
        <FormDialog
          title={t('archive.lendTitle', { unit: unit.display })}
          schema={LendArchive}
          initial={{ unitId: unit.id }}
          fields={{
            borrower: { label: t('archive.borrower'), autoFocus: true },
            purpose: { label: t('archive.lendPurpose'), rows: 2 },
            dueOn: { label: t('archive.dueOn') },
          }}
          submitLabel={t('archive.lend')}
          onClose={() => setLending(false)}
          onSubmit={async (body) => {
            await lend.mutateAsync({ params: { estateId }, body })
            notice.good(t('common.saved'))
            setLending(false)
          }}
        />
      ) : null}
      {back ? (
        <FormDialog
          title={t('archive.returnTitle', { borrower: back.borrower })}
          schema={returnArchive.body}
          fields={{ note: { label: t('archive.returnNote'), rows: 2, autoFocus: true } }}
          submitLabel={t('archive.return')}
          onClose={() => setBack(undefined)}
          onSubmit={async (body) => {
            await giveBack.mutateAsync({ params: { estateId, id: back.id }, body })
            setBack(undefined)
          }}
        />
      ) : null}
    </Block>
  )
}
