import { Button } from 'antd'
import { z } from 'zod'
import { listCallbacks } from '#contract/callbacks.ts'
import { KIND_NAMES } from '#contract/kinds/kinds.ts'
import { Uuid } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useIsPhone } from '#ui/media.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import styles from './callbacks.module.css'
import { Detail } from './detail.tsx'
import { DueList } from './due-list.tsx'

const Filters = z.object({
  kind: z.enum(KIND_NAMES).optional(),
  mine: z.enum(['owner', 'any']).optional(),
  ready: z.enum(['true']).optional(),
  overdue: z.enum(['true', 'false']).optional(),
  id: Uuid.optional(),
})

/** OS-017: whose callback is due, whether they may be called now, and what they said. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const phone = useIsPhone()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const { id, ...query } = filters
  const pages = usePages(listCallbacks, { params: { estateId }, query }, { topics: ['matters', 'callbacks'] })
  // On a phone one looks at the list or at one of it; elsewhere the first stands open.
  const row = pages.rows.find((one) => one.matter.id === id) ?? (phone ? undefined : pages.rows[0])
  const step = (by: 1 | -1) => {
    const at = pages.rows.findIndex((one) => one.matter.id === row?.matter.id)
    const next = pages.rows[at + by]
    if (next) setFilters({ id: next.matter.id })
  }
  const after = () => {
    const at = pages.rows.findIndex((one) => one.matter.id === row?.matter.id)
    setFilters({ id: phone ? undefined : pages.rows[at + 1]?.matter.id })
  }
  useShortcut('j', t('callbacks.nextOne'), t('nav.callbacks'), () => step(1))
  useShortcut('k', t('callbacks.before'), t('nav.callbacks'), () => step(-1))
  const shown = active.filter((name) => name !== 'id')
  return (
    <>
      <PageHeader title={t('nav.callbacks')} hint={t(phone ? 'callbacks.hintPhone' : 'callbacks.hint')} />
      {phone && row ? (
        <Button className={styles.back ?? ''} onClick={() => setFilters({ id: undefined })}>
          {t('common.back')}
        </Button>
      ) : (
        <FilterBar
          items={[
            {
              kind: 'select',
              name: 'mine',
              label: t('board.mine'),
              options: (['owner', 'any'] as const).map((value) => ({ value, label: t(`board.mine.${value}`) })),
            },
            {
              kind: 'select',
              name: 'kind',
              label: t('callbacks.kind'),
              options: KIND_NAMES.map((value) => ({ value, label: t(`kind.${value}`) })),
            },
            { kind: 'toggle', name: 'ready', label: t('callbacks.readyOnly') },
            { kind: 'toggle', name: 'overdue', label: t('board.overdue') },
          ]}
          values={filters}
          onChange={setFilters}
          active={shown}
          onClear={clear}
        >
          <ExportLink list={listCallbacks} params={{ estateId }} query={query} />
        </FilterBar>
      )}
      <div className={styles.page}>
        {phone && row ? null : (
          <section aria-label={t('callbacks.due')}>
            <DueList
              pages={pages}
              chosenId={row?.matter.id}
              filtered={shown.length > 0}
              onChoose={(next) => setFilters({ id: next }, { step: phone })}
            />
          </section>
        )}
        {row ? (
          <section aria-label={t('callbacks.one')}>
            <Detail key={row.matter.id} row={row} onDone={after} />
          </section>
        ) : null}
      </div>
    </>
  )
}
