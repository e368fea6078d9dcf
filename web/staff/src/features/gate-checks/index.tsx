import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { z } from 'zod'
import { GATE_RESULTS, type GateCheck, listGateChecks, listGates, printGateChecks } from '#contract/goods.ts'
import { LocalDate, Uuid } from '#contract/values.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './gate-checks.module.css'
import { Result, useLineText } from './result.tsx'

const Filters = z.object({
  q: z.string().optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  placeId: Uuid.optional(),
  result: z.enum(GATE_RESULTS).optional(),
  guardId: Uuid.optional(),
  unitId: Uuid.optional(),
  second: z.literal('true').optional(),
  voided: z.literal('true').optional(),
})

/** FD-508: the register of customer goods moved out, newest first; a day of it can be printed. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const lineText = useLineText()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const query = { ...filters, voided: filters.voided ?? 'false' } as const
  const pages = usePages(listGateChecks, { params: { estateId }, query }, { topics: ['goods', 'matters'] })
  const choices = useApiQuery(listGates, { params: { estateId } })
  const goods = (row: GateCheck) => row.lines.map(lineText).join(lang === 'zh' ? '；' : '; ')
  const columns: Column<GateCheck>[] = [
    { key: 'at', title: t('gate.at'), width: 136, render: (row) => <Instant at={row.at} show="absolute" /> },
    { key: 'gate', title: t('gate.gate'), width: 136, render: (row) => row.gate.name },
    { key: 'unit', title: t('gate.unit'), width: 136, render: (row) => row.unit?.display ?? row.unitSaid },
    { key: 'slip', title: t('gate.slip'), width: 136, render: (row) => <strong>{row.slipNumber}</strong> },
    { key: 'goods', title: t('gate.goods'), render: (row) => <span className={styles.goods}>{goods(row)}</span> },
    { key: 'result', title: t('gate.result'), width: 168, render: (row) => <Result check={row} /> },
    { key: 'guard', title: t('gate.guard'), width: 96, render: (row) => row.guard.name },
    { key: 'plate', title: t('gate.plate'), width: 104, wideOnly: true, render: (row) => row.plate },
  ]
  return (
    <>
      <PageHeader
        title={t('nav.gateChecks')}
        hint={t('gate.hint')}
        actions={
          <Button
            icon={<PrinterOutlined aria-hidden />}
            href={addressOf(printGateChecks, {
              params: { estateId },
              query: { date: filters.to ?? filters.from, placeId: filters.placeId, lang },
            })}
            target="_blank"
          >
            {t('gate.print')}
          </Button>
        }
      />
      <FilterBar
        items={[
          { kind: 'search', name: 'q', label: t('gate.search') },
          { kind: 'dates', from: 'from', to: 'to', label: t('gate.at') },
          {
            kind: 'select',
            name: 'placeId',
            label: t('gate.gate'),
            options: (choices.data?.gates ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            kind: 'select',
            name: 'result',
            label: t('gate.result'),
            options: GATE_RESULTS.map((value) => ({ value, label: t(`gateResult.${value}`) })),
          },
          {
            kind: 'select',
            name: 'guardId',
            label: t('gate.guard'),
            options: (choices.data?.guards ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
          { kind: 'toggle', name: 'second', label: t('gate.secondOnly') },
          { kind: 'toggle', name: 'voided', label: t('gate.voidedOnly') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listGateChecks} params={{ estateId }} query={query} />
      </FilterBar>
      <DataTable<GateCheck>
        label={t('nav.gateChecks')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`gate-checks/${row.id}`)}
        card={(row) => (
          <span className={styles.card}>
            <strong>{row.slipNumber ?? row.unit?.display ?? row.unitSaid ?? row.gate.name}</strong>
            <Result check={row} />
            <span>{goods(row)}</span>
            <span className="w-small">
              <Instant at={row.at} show="absolute" /> · {row.gate.name} · {row.unit?.display ?? row.unitSaid} ·{' '}
              {row.guard.name}
            </span>
          </span>
        )}
        filtered={active.length > 0}
        empty={<EmptyState title={t('gate.empty')} />}
      />
    </>
  )
}
