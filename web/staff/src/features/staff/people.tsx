import { DownloadOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { exportStaff, listStaff, type StaffLine, StaffQuery, setAffairOfficer } from '#contract/staff.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useNotice } from '#ui/notice.tsx'
import { PersonChip } from '#ui/person-chip.tsx'
import { useApiMutation, usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { staffFilters } from './filters.ts'

const Filters = StaffQuery.pick({ q: true, role: true, line: true, active: true })

const AffairOfficer = ({ person, editable }: { person: StaffLine; editable: boolean }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const set = useApiMutation(setAffairOfficer, { touches: ['staff'], onError: notice.bad })
  if (!editable) return person.affairOfficer ? t('common.yes') : '—'
  return (
    <Checkbox
      checked={person.affairOfficer}
      disabled={set.isPending || !person.active}
      aria-label={`${t('staffPage.affairOfficer')}: ${person.name}`}
      onChange={({ target }) =>
        set.mutate({
          params: { estateId, id: person.id },
          body: { version: person.version, affairOfficer: target.checked },
        })
      }
    />
  )
}

/** Who works in this estate, as every colleague may see it. */
export const People = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const { filters, setFilters, active, clear } = useUrlFilters(Filters)
  const pages = usePages(listStaff, { params: { estateId }, query: filters })
  const columns: Column<StaffLine>[] = [
    {
      key: 'name',
      title: t('staffPage.name'),
      width: 220,
      render: (p) => (
        <>
          <PersonChip name={p.name} note={p.provider ?? undefined} />{' '}
          {p.active ? null : <StateTag tone="ended">{t('staffPage.left')}</StateTag>}
        </>
      ),
    },
    { key: 'no', title: t('staffPage.staffNo'), width: 110, render: (p) => p.staffNo },
    {
      key: 'roles',
      title: t('staffPage.role'),
      render: (p) => p.roles.map((role) => t(`role.${role}`)).join(' · ') || '—',
    },
    {
      key: 'lines',
      title: t('staffPage.line'),
      width: 160,
      wideOnly: true,
      render: (p) => p.lines.map((line) => t(`line.${line}`)).join(' · ') || '—',
    },
    { key: 'phone', title: t('staffPage.phone'), width: 140, render: (p) => p.phone ?? '—' },
    {
      key: 'officer',
      title: t('staffPage.affairOfficer'),
      width: 120,
      wideOnly: true,
      render: (p) => <AffairOfficer person={p} editable={can('duty.edit')} />,
    },
  ]
  return (
    <>
      <FilterBar items={staffFilters(t)} values={filters} onChange={setFilters} active={active} onClear={clear}>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={addressOf(exportStaff, { params: { estateId }, query: { ...filters, lang } })}
        >
          {t('common.export')}
        </Button>
      </FilterBar>
      <DataTable<StaffLine>
        label={t('staffPage.people')}
        columns={columns}
        pages={pages}
        rowKey={(p) => p.id}
        filtered={active.length > 0}
      />
    </>
  )
}
