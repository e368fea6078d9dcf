import {
  CarOutlined,
  EyeOutlined,
  FileTextOutlined,
  HomeOutlined,
  IdcardOutlined,
  PhoneOutlined,
  UserOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { type HistoryEntry, listCustomerHistory } from '#contract/customers.ts'
import { listUnitHistory } from '#contract/units.ts'
import { type T, useTexts } from '../i18n.ts'
import { wordFor } from '../matter/words.ts'
import { type Pages, usePages } from '../query.ts'
import { useEstate } from '../session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../states.tsx'
import { Timeline, type TimelineItem } from '../timeline.tsx'
import styles from './household.module.css'
import { isReadable, sayValue } from './say-value.tsx'

const ICON: Readonly<Record<string, ReactNode>> = {
  phone: <PhoneOutlined />,
  contact: <PhoneOutlined />,
  caution: <WarningOutlined />,
  vehicle: <CarOutlined />,
  parking: <CarOutlined />,
  unit: <HomeOutlined />,
  residence: <HomeOutlined />,
  identityCheck: <IdcardOutlined />,
  archiveLoan: <FileTextOutlined />,
}

/** Acts that change nothing and are kept because somebody looked. */
const LOOKS = new Set(['customer.unmasked', 'archive.opened'])

const Changes = ({ entry }: { entry: HistoryEntry }) => {
  const { t } = useTexts()
  const shown = entry.changes.filter(isReadable)
  if (shown.length === 0) return null
  const fresh = shown.every((change) => change.before === null)
  return (
    <table className={styles.changes}>
      <thead className="w-hidden">
        <tr>
          <th scope="col">{t('history.field')}</th>
          {fresh ? null : <th scope="col">{t('history.before')}</th>}
          <th scope="col">{t('history.after')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((change) => (
          <tr key={change.field}>
            <th scope="row">{wordFor(t, `history.field.${change.field}`, change.field)}</th>
            {fresh ? null : (
              <td className="w-faint">
                {change.before === null ? '—' : <del>{sayValue(t, change.field, change.before)}</del>}
              </td>
            )}
            <td>{sayValue(t, change.field, change.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const itemOf = (t: T, entry: HistoryEntry): TimelineItem => ({
  id: entry.id,
  at: entry.at,
  icon: LOOKS.has(entry.action) ? <EyeOutlined /> : (ICON[entry.subjectKind] ?? <UserOutlined />),
  tone: LOOKS.has(entry.action) ? 'waiting' : entry.action.endsWith('.ended') ? 'neutral' : 'active',
  title: wordFor(t, `history.action.${entry.action}`, entry.action),
  who: entry.actorName,
  text: entry.purpose
    ? t(LOOKS.has(entry.action) ? 'history.purpose' : 'history.reason', { purpose: entry.purpose })
    : undefined,
  details: <Changes entry={entry} />,
})

const Entries = ({ pages }: { pages: Pages<HistoryEntry> }) => {
  const { t } = useTexts()
  if (pages.isPending) return <LoadingState rows={6} />
  if (pages.error && pages.rows.length === 0) return <ErrorState error={pages.error} onRetry={pages.refetch} />
  return (
    <>
      <Timeline
        items={pages.rows.map((entry) => itemOf(t, entry))}
        empty={<EmptyState title={t('history.none')} compact />}
      />
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
    </>
  )
}

/** FD-012, FD-731: everything that was changed or looked at, newest first, with what stood there before. */
export const CustomerHistory = ({ id }: { id: string }) => {
  const { id: estateId } = useEstate()
  return (
    <Entries
      pages={usePages(listCustomerHistory, { params: { estateId, id } }, { topics: ['customers', 'history'] })}
    />
  )
}
export const UnitHistory = ({ id }: { id: string }) => {
  const { id: estateId } = useEstate()
  return (
    <Entries
      pages={usePages(listUnitHistory, { params: { estateId, id } }, { topics: ['units', 'customers', 'history'] })}
    />
  )
}
