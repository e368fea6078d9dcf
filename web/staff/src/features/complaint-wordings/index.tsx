import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { SUB_CODES } from '#contract/complaint-categories.ts'
import { listWordingTopics, type WordingTopic } from '#contract/complaint-wordings.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import { FilteredTable } from '#ui/list/filtered-table.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { wordFor } from '#ui/matter/words.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { EndTopic } from './end-topic.tsx'
import { TopicDialog } from './topic-form.tsx'
import styles from './wordings.module.css'

const { inForce, code } = listWordingTopics.query.shape
const Filters = z.object({ inForce, code })

const About = ({ row }: { row: WordingTopic }) => {
  const { t } = useTexts()
  const parts = [
    row.codes.map((one) => `${one} ${wordFor(t, `category.${one}`)}`).join('、'),
    row.touchpoint ? wordFor(t, `touchpoint.${row.touchpoint}`) : '',
    row.building?.name ?? '',
  ]
  return <span className={styles.wrap}>{parts.filter(Boolean).join(' · ')}</span>
}

const Wording = ({ row }: { row: WordingTopic }) => {
  const { t } = useTexts()
  return (
    <span className={styles.cell}>
      <strong>{row.title}</strong>
      <span>{row.text}</span>
      {row.overlaps.length > 0 ? (
        <StateTag tone="waiting">{t('wordings.overlaps', { titles: row.overlaps.join('、') })}</StateTag>
      ) : null}
    </span>
  )
}

/** CP-028: one approved answer for a topic, shown with every complaint about it and to whoever takes the next one. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const { filters, setFilters } = useUrlFilters(Filters)
  const pages = usePages(listWordingTopics, { params: { estateId }, query: filters }, { topics: ['complaints'] })
  const [form, setForm] = useState<WordingTopic | 'new'>()
  const may = can('complaint.confirm')
  const columns: Column<WordingTopic>[] = [
    { key: 'title', title: t('wordings.wording'), render: (row) => <Wording row={row} /> },
    { key: 'about', title: t('wordings.about'), width: 240, render: (row) => <About row={row} /> },
    {
      key: 'approved',
      title: t('wordings.approved'),
      width: 176,
      render: (row) => (
        <span className={styles.cell}>
          {row.approvedBy.name}
          <Instant at={row.approvedAt} show="absolute" />
        </span>
      ),
    },
    {
      key: 'state',
      title: t('wordings.state'),
      width: 176,
      render: (row) =>
        row.endedAt ? (
          <span className={styles.cell}>
            <StateTag tone="ended">{t('wordings.ended')}</StateTag>
            <span className="w-small w-quiet">
              {row.endedBy?.name} <Instant at={row.endedAt} show="absolute" />
            </span>
          </span>
        ) : (
          <span className={styles.acts}>
            <StateTag tone="active">{t('wordings.inForce')}</StateTag>
            {may ? (
              <>
                <Button
                  size="small"
                  aria-label={t('wordings.changeTitle', { title: row.title })}
                  onClick={() => setForm(row)}
                >
                  {t('common.edit')}
                </Button>
                <EndTopic topic={row} />
              </>
            ) : null}
          </span>
        ),
    },
  ]
  const add = may ? (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm('new')}>
      {t('wordings.add')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader title={t('nav.complaintWordings')} hint={t('wordings.hint')} actions={add} />
      <FilteredTable<WordingTopic>
        items={[
          {
            kind: 'select',
            name: 'code',
            label: t('wordings.codes'),
            options: SUB_CODES.map((value) => ({ value, label: `${value} ${wordFor(t, `category.${value}`)}` })),
          },
          { kind: 'toggle', name: 'inForce', label: t('wordings.inForceOnly') },
        ]}
        filter={filters}
        onChange={(patch) => setFilters(patch)}
        exported={listWordingTopics}
        label={t('nav.complaintWordings')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('wordings.empty')} hint={t('wordings.emptyHint')} actions={add} />}
      />
      {form ? <TopicDialog topic={form === 'new' ? undefined : form} onClose={() => setForm(undefined)} /> : null}
    </>
  )
}
