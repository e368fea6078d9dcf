import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { getInventory, type InventoryItem, noteInventory } from '#contract/inventory.ts'
import type { Line } from '#contract/permissions.ts'
import { isApiError } from '#ui/api-error.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation, useApiQuery, usePages } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import { DayList } from './day-list.tsx'
import { GapNotice } from './gap.tsx'
import styles from './inventory.module.css'
import { nextWithoutNote } from './note-order.rules.ts'
import { PrintDay } from './print-day.tsx'
import { SameNote } from './same-note.tsx'
import { SignBar } from './sign-bar.tsx'

type Filter = { noted?: 'true' | 'false' | undefined; line?: Line | undefined; ownerId?: string | undefined }
const NOTED = ['all', 'false', 'true'] as const
/** One page holds what a centre has open; a longer list comes page by page. */
const PAGE = 200

/** FD-404: the inventory of one day: the draft of what is open, or the signed list. */
export const Day = ({
  date,
  today,
  filter,
  onFilter,
}: {
  date: string
  today: string
  filter: Filter
  onFilter: (patch: { noted?: 'true' | 'false' | undefined }) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const notice = useNotice()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [cursor, setCursor] = useState<string>()
  const query = { date, ...filter }
  const around = useApiQuery(
    getInventory,
    { params: { estateId }, query: { date, limit: 1 } },
    { topics: ['inventory', 'matters'] },
  )
  const pages = usePages(
    getInventory,
    { params: { estateId }, query: { ...query, limit: PAGE } },
    { topics: ['inventory', 'matters'] },
  )
  const note = useApiMutation(noteInventory, { touches: ['inventory', 'matters'] })

  const save = async (ids: readonly string[], text: string): Promise<boolean> => {
    try {
      await note.mutateAsync({ params: { estateId }, body: { matterIds: [...ids], text } })
      return true
    } catch (error) {
      if (!isApiError(error)) throw error
      notice.bad(error)
      return false
    }
  }
  const saveOne = async (item: InventoryItem, text: string) => {
    const done = await save([item.matterId], text)
    if (done) setCursor(nextWithoutNote(pages.rows, item.matterId))
    return done
  }
  const jump = (matterId: string) => {
    if (filter.noted === 'true') onFilter({ noted: undefined })
    setCursor(undefined)
    setTimeout(() => setCursor(matterId))
  }
  return (
    <QueryView query={around}>
      {({ day, counts, due, dayBefore }) => {
        const locked = day.signed !== null || date !== today || !can(['inventory.sign', 'matter.write'])
        return (
          <>
            {date === today && dayBefore.gap ? <GapNotice day={dayBefore} /> : null}
            {date !== today && day.gap ? <GapNotice day={day} /> : null}
            <SignBar day={day} counts={counts} due={due} today={today} onJump={jump} />
            <div className={styles.tools}>
              {day.signed ? null : (
                <Segmented
                  value={filter.noted ?? 'all'}
                  aria-label={t('inventory.noted')}
                  onChange={(next) => onFilter({ noted: next === 'true' || next === 'false' ? next : undefined })}
                  options={NOTED.map((value) => ({ value, label: t(`inventory.noted.${value}`) }))}
                />
              )}
              {locked ? null : <span className="w-quiet w-small">{t('inventory.howTo')}</span>}
              <PrintDay day={day} items={pages.rows} complete={!pages.hasNextPage} />
            </div>
            <SameNote
              count={chosen.size}
              onClear={() => setChosen(new Set())}
              onSave={async (text) => {
                const done = await save([...chosen], text)
                if (done) setChosen(new Set())
                return done
              }}
            />
            {pages.isPending ? <LoadingState rows={8} /> : null}
            {pages.error && pages.rows.length === 0 ? <ErrorState error={pages.error} onRetry={pages.refetch} /> : null}
            {!pages.isPending && !pages.error && pages.rows.length === 0 ? (
              <div className="w-card">
                <EmptyState
                  title={t(filter.noted === 'false' ? 'inventory.allNoted' : 'inventory.nothingOpen')}
                  hint={t('inventory.nothingHint')}
                />
              </div>
            ) : null}
            {pages.rows.length > 0 ? (
              <DayList
                items={pages.rows}
                date={date}
                locked={locked}
                chosen={chosen}
                onChoose={setChosen}
                cursor={cursor}
                onSave={saveOne}
              />
            ) : null}
            {pages.hasNextPage ? (
              <Button loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
                {t('list.loadMore')}
              </Button>
            ) : null}
          </>
        )
      }}
    </QueryView>
  )
}
