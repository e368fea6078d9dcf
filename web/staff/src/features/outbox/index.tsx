import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { z } from 'zod'
import {
  exportOutbox,
  holdMessage,
  listOutbox,
  MESSAGE_CHANNELS,
  MESSAGE_STATES,
  markMessageRead,
  type OutboxMessage,
  releaseMessage,
} from '#contract/running.ts'
import { LocalDate } from '#contract/values.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { wordFor } from '#ui/matter/words.ts'
import { useNotice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { Tone } from '#ui/palette.ts'
import { useApiMutation, usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './outbox.module.css'

const Filters = z.object({
  channel: z.enum(MESSAGE_CHANNELS).optional(),
  state: z.enum(MESSAGE_STATES).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
})
const TONE: Record<OutboxMessage['state'], Tone> = { waiting: 'waiting', sent: 'good', failed: 'late', held: 'neutral' }

const Moves = ({ message }: { message: OutboxMessage }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const options = { touches: ['outbox'], onError: notice.bad }
  const hold = useApiMutation(holdMessage, options)
  const release = useApiMutation(releaseMessage, options)
  const read = useApiMutation(markMessageRead, options)
  const call = { hold, release, markRead: read }
  return (
    <span className={styles.moves}>
      {message.moves.map((verb) => (
        <Button
          key={verb}
          size="small"
          loading={call[verb].isPending}
          onClick={() => call[verb].mutate({ params: { estateId, id: message.id }, body: {} })}
        >
          {t(`outbox.verb.${verb}`)}
        </Button>
      ))}
    </span>
  )
}

/** Every word that leaves the house, or would have left it; nothing is sent without standing here. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const { filters, setFilters, active, clear } = useUrlFilters(Filters)
  const pages = usePages(listOutbox, { params: { estateId }, query: filters }, { topics: ['outbox', 'messages'] })
  const columns: Column<OutboxMessage>[] = [
    { key: 'at', title: t('outbox.at'), width: 150, render: (m) => <Instant at={m.createdAt} show="absolute" /> },
    { key: 'channel', title: t('field.channel'), width: 104, render: (m) => wordFor(t, `messageChannel.${m.channel}`) },
    {
      key: 'to',
      title: t('outbox.to'),
      width: 150,
      render: (m) => (
        <>
          {m.to.name ?? '—'} <span className="w-quiet w-figures">{m.to.address}</span>
        </>
      ),
    },
    { key: 'body', title: t('outbox.body'), render: (m) => <span className={styles.body}>{m.body}</span> },
    {
      key: 'matter',
      title: t('nav.matter'),
      width: 110,
      wideOnly: true,
      render: (m) => (m.matter ? <EstateLink to={`matters/${m.matter.id}`}>{m.matter.number}</EstateLink> : '—'),
    },
    {
      key: 'state',
      title: t('matter.state'),
      width: 120,
      render: (m) => (
        <>
          <StateTag tone={TONE[m.state]}>
            {m.via === 'shown' ? t('outbox.shown') : wordFor(t, `messageState.${m.state}`)}
          </StateTag>
          {m.error ? <div className="w-small w-quiet">{m.error}</div> : null}
        </>
      ),
    },
    ...(can('outbox.edit')
      ? [{ key: 'moves', title: t('outbox.moves'), width: 150, render: (m: OutboxMessage) => <Moves message={m} /> }]
      : []),
  ]
  return (
    <>
      <PageHeader title={t('nav.outbox')} hint={t('outbox.hint')} />
      <FilterBar
        items={[
          {
            kind: 'select',
            name: 'channel',
            label: t('field.channel'),
            options: MESSAGE_CHANNELS.map((value) => ({ value, label: wordFor(t, `messageChannel.${value}`) })),
          },
          {
            kind: 'select',
            name: 'state',
            label: t('matter.state'),
            options: MESSAGE_STATES.map((value) => ({ value, label: wordFor(t, `messageState.${value}`) })),
          },
          { kind: 'dates', from: 'from', to: 'to', label: t('outbox.at') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={addressOf(exportOutbox, { params: { estateId }, query: { ...filters, lang } })}
        >
          {t('common.export')}
        </Button>
      </FilterBar>
      <DataTable<OutboxMessage>
        label={t('nav.outbox')}
        columns={columns}
        pages={pages}
        rowKey={(m) => m.id}
        filtered={active.length > 0}
      />
    </>
  )
}
