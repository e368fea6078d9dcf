import { FolderOpenOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { openArchive } from '#contract/archive.ts'
import { isApiError } from '../api-error.ts'
import { useTexts } from '../i18n.ts'
import { useApiQuery } from '../query.ts'
import { useEstate } from '../session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../states.tsx'
import { ArchiveClasses } from './archive-classes.tsx'
import { ArchiveLoans } from './archive-loans.tsx'
import styles from './household.module.css'

const LONGEST = 200
/** Opening is logged (FD-731): what was opened is not asked again behind the reader's back. */
const KEPT = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, topics: ['archive'] } as const

const Opened = ({ unit, purpose }: { unit: { id: string; display: string }; purpose: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const [ownershipId, setOwnershipId] = useState<string>()
  const query = useApiQuery(
    openArchive,
    {
      params: { estateId, id: unit.id },
      query: { ...(purpose ? { purpose } : {}), ...(ownershipId ? { ownershipId } : {}) },
    },
    KEPT,
  )
  if (query.error && isApiError(query.error) && query.error.code === 'E_NOT_FOUND') {
    return <EmptyState title={t('archive.none')} />
  }
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <LoadingState rows={10} />
  return (
    <div className={styles.stack}>
      <ArchiveClasses archive={query.data} onOwnership={setOwnershipId} />
      <ArchiveLoans unit={unit} />
    </div>
  )
}

/** FD-730, FD-731: the archive of a unit's ownership in its four classes, opened on purpose. */
export const Archive = ({ unit }: { unit: { id: string; display: string } }) => {
  const { t } = useTexts()
  const id = useId()
  const [purpose, setPurpose] = useState('')
  const [opened, setOpened] = useState(false)
  if (opened) return <Opened unit={unit} purpose={purpose.trim()} />
  return (
    <form
      className={`w-card ${styles.block} ${styles.opener}`}
      onSubmit={(event) => {
        event.preventDefault()
        setOpened(true)
      }}
    >
      <p>{t('archive.hint')}</p>
      <label htmlFor={id}>{t('archive.purpose')}</label>
      <Input id={id} value={purpose} maxLength={LONGEST} onChange={({ target }) => setPurpose(target.value)} />
      <Button type="primary" htmlType="submit" icon={<FolderOpenOutlined aria-hidden />}>
        {t('archive.open')}
      </Button>
    </form>
  )
}
