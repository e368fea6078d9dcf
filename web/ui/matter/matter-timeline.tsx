import {
  ClockCircleOutlined,
  FileOutlined,
  FlagOutlined,
  LinkOutlined,
  MessageOutlined,
  RightCircleOutlined,
  ToolOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { KindName } from '#contract/kinds/kinds.ts'
import { listTimeline, type TimelineEntry } from '#contract/matters.ts'
import { type T, useTexts } from '../i18n.ts'
import { toneOfOrder } from '../order/order-state.tsx'
import { usePages } from '../query.ts'
import { useEstate } from '../session.tsx'
import { StateTag } from '../state-tag.tsx'
import { ErrorState, LoadingState } from '../states.tsx'
import { Timeline, type TimelineItem } from '../timeline.tsx'
import { toneOfState } from './matter-tone.ts'
import { hasWord, wordFor } from './words.ts'

const ICON: Record<string, ReactNode> = {
  registered: <FlagOutlined />,
  clock: <ClockCircleOutlined />,
  message: <MessageOutlined />,
  file: <FileOutlined />,
  link: <LinkOutlined />,
  order: <ToolOutlined />,
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const titleOf = (t: T, kind: KindName, entry: TimelineEntry): ReactNode => {
  if (entry.type === 'registered') return t('timeline.registered')
  if (entry.type === 'clock') {
    const clock = wordFor(t, `clock.${text(entry.data.name)}`)
    const did = text(entry.data.did)
    if (did === 'due') return t('timeline.clock.due', { clock })
    if (did === 'escalate') return t('timeline.clock.escalate', { clock })
    if (did === 'moved') return t('timeline.clock.moved', { clock })
    return t('timeline.clock.warn', { clock })
  }
  if (entry.type === 'inventory') return t('timeline.inventory')
  if (entry.verb === 'callback')
    return t('timeline.callback', { outcome: wordFor(t, `callbacks.outcome.${text(entry.data.outcome)}`) })
  const verb = entry.verb ?? entry.type
  const said = hasWord(`timeline.${verb}`) ? wordFor(t, `timeline.${verb}`) : wordFor(t, `verb.${verb}`, verb)
  const moved = entry.toState && entry.toState !== entry.fromState ? entry.toState : undefined
  return (
    <>
      {said}
      {moved ? (
        <StateTag tone={entry.type === 'order' ? toneOfOrder(moved) : toneOfState(moved, true)}>
          {wordFor(t, `state.${entry.type === 'order' ? 'order' : kind}.${moved}`, moved)}
        </StateTag>
      ) : null}
    </>
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
type Met = { name: string; late: boolean }
const metOf = (entry: TimelineEntry): Met[] =>
  Array.isArray(entry.data.met)
    ? entry.data.met.filter(isRecord).map((m) => ({ name: text(m.name), late: m.late === true }))
    : []

const itemOf = (t: T, kind: KindName, entry: TimelineEntry): TimelineItem => ({
  id: entry.id,
  at: entry.at,
  icon: ICON[entry.type] ?? <RightCircleOutlined />,
  tone:
    entry.type === 'clock'
      ? entry.data.did === 'warn'
        ? 'waiting'
        : 'late'
      : entry.type === 'registered'
        ? 'good'
        : 'active',
  title: titleOf(t, kind, entry),
  who:
    entry.type === 'clock'
      ? undefined
      : `${entry.actorName}${entry.actorRole ? ` · ${wordFor(t, `role.${entry.actorRole}`)}` : ''}`,
  text: entry.text,
  details: metOf(entry).map((met) => (
    <StateTag key={met.name} tone={met.late ? 'late' : 'good'}>
      {wordFor(t, `clock.${met.name}`, met.name)} {met.late ? t('timeline.late') : t('timeline.met')}
    </StateTag>
  )),
})

/** What happened to a matter, newest first; older entries come when asked for. */
export const MatterTimeline = ({ matterId, kind }: { matterId: string; kind: KindName }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const pages = usePages(listTimeline, { params: { estateId, id: matterId } }, { topics: ['matters', 'orders'] })
  if (pages.isPending) return <LoadingState rows={4} />
  if (pages.error) return <ErrorState error={pages.error} onRetry={pages.refetch} compact />
  return (
    <>
      <Timeline items={pages.rows.map((entry) => itemOf(t, kind, entry))} />
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
    </>
  )
}
