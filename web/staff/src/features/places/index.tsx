import { PlusOutlined, QrcodeOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { listPlaces, type Place, printLabels } from '#contract/places.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { ChecklistDrawer } from './checklist.tsx'
import { ImportPlaces } from './import-places.tsx'
import { PlaceDialog } from './place-form.tsx'
import styles from './places.module.css'
import { PrintLabels } from './print-labels.tsx'
import { UsualPlaces } from './usual-places.tsx'

const Filters = z.object({
  touchpoint: z.enum(TOUCHPOINTS).optional(),
  active: z.enum(['true', 'false']).optional(),
  q: z.string().max(60).optional(),
})

const Seen = ({ row }: { row: Place }) => {
  const { t } = useTexts()
  return row.lastSeenAt ? (
    <Instant at={row.lastSeenAt} show="absolute" />
  ) : (
    <span className="w-quiet">{t('places.never')}</span>
  )
}

/** Where the twenty touchpoints are met in this estate: gate 2, lift 3-B, corridor 3-2-12F, each with its label. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const [form, setForm] = useState<Place | 'new' | 'usual' | 'import'>()
  const [open, setOpen] = useState<Place>()
  const pages = usePages(listPlaces, { params: { estateId }, query: filters })
  const edits = can('place.edit')
  const add = edits ? (
    <>
      <Button onClick={() => setForm('import')}>{t('placeImport.open')}</Button>
      <Button onClick={() => setForm('usual')}>{t('places.usual')}</Button>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm('new')}>
        {t('places.add')}
      </Button>
    </>
  ) : null
  const tools = (row: Place) => (
    <span className={styles.tools}>
      <Button size="small" aria-label={t('places.changeOf', { name: row.name })} onClick={() => setForm(row)}>
        {t('common.edit')}
      </Button>
      <Button
        size="small"
        icon={<QrcodeOutlined aria-hidden />}
        aria-label={t('places.labelOf', { name: row.name })}
        href={addressOf(printLabels, { params: { estateId }, query: { placeId: row.id, lang } })}
        target="_blank"
      />
    </span>
  )
  const columns: Column<Place>[] = [
    { key: 'code', title: t('placeColumn.code'), width: 112, render: (row) => <strong>{row.code}</strong> },
    { key: 'name', title: t('placeColumn.name'), render: (row) => <span className={styles.wrap}>{row.name}</span> },
    {
      key: 'touchpoint',
      title: t('placeColumn.touchpoint'),
      width: 176,
      render: (row) => `${row.touchpoint} ${t(`touchpoint.${row.touchpoint}`)}`,
    },
    {
      key: 'where',
      title: t('placeColumn.building'),
      width: 112,
      wideOnly: true,
      render: (row) => row.building?.name ?? '—',
    },
    {
      key: 'items',
      title: t('placeColumn.items'),
      width: 88,
      align: 'end',
      render: (row) => <span className="w-figures">{row.items}</span>,
    },
    { key: 'seen', title: t('placeColumn.lastSeenAt'), width: 168, render: (row) => <Seen row={row} /> },
    {
      key: 'active',
      title: t('placeColumn.active'),
      width: 96,
      render: (row) => (
        <StateTag tone={row.active ? 'active' : 'ended'}>{t(row.active ? 'places.on' : 'places.off')}</StateTag>
      ),
    },
    ...(edits ? [{ key: 'tools', title: t('common.edit'), width: 136, render: tools }] : []),
  ]
  return (
    <>
      <PageHeader
        title={t('nav.places')}
        hint={t('places.hint')}
        actions={
          <span className={styles.tools}>
            {edits ? <PrintLabels query={filters} /> : null}
            {add}
          </span>
        }
      />
      <FilterBar
        items={[
          { kind: 'search', name: 'q', label: t('places.search') },
          {
            kind: 'select',
            name: 'touchpoint',
            label: t('placeColumn.touchpoint'),
            options: TOUCHPOINTS.map((value) => ({ value, label: `${value} ${t(`touchpoint.${value}`)}` })),
          },
          {
            kind: 'select',
            name: 'active',
            label: t('placeColumn.active'),
            options: [
              { value: 'true', label: t('places.on') },
              { value: 'false', label: t('places.off') },
            ],
          },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listPlaces} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<Place>
        label={t('nav.places')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={setOpen}
        card={(row) => (
          <span className={styles.card}>
            <span className={styles.cardHead}>
              <strong>{row.code}</strong>
              <span className={styles.wrap}>{row.name}</span>
            </span>
            <span className={styles.tools}>
              <Tag>{t(`touchpoint.${row.touchpoint}`)}</Tag>
              <span className="w-small w-quiet">{t('places.itemCount', { count: row.items })}</span>
              {edits ? tools(row) : null}
            </span>
          </span>
        )}
        filtered={active.length > 0}
        empty={<EmptyState title={t('places.empty')} hint={t('places.emptyHint')} actions={add} />}
      />
      {form === 'usual' ? <UsualPlaces onClose={() => setForm(undefined)} /> : null}
      {form === 'import' ? <ImportPlaces onClose={() => setForm(undefined)} /> : null}
      {form !== undefined && form !== 'usual' && form !== 'import' ? (
        <PlaceDialog place={form === 'new' ? undefined : form} onClose={() => setForm(undefined)} />
      ) : null}
      {open ? <ChecklistDrawer place={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  )
}
