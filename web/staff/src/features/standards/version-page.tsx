import { PlusOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import {
  checkStandard,
  listStandardItems,
  listStandards,
  publishStandard,
  type StandardItem,
  type StandardVersion,
  withdrawStandard,
} from '#contract/standards.ts'
import type { Severity } from '#contract/touchpoints.ts'
import { useTexts } from '#ui/i18n.ts'
import { usePageId } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useToday } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, useApiQuery, usePages } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useSession, useSpans } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { CompareVersions } from './compare.tsx'
import { itemFilters } from './item-filters.ts'
import { AddItem, ChangeItem } from './item-form.tsx'
import { CheckButton, PublishDialog, WithdrawDialog } from './publish.tsx'
import { Signatures } from './signatures.tsx'
import styles from './standards.module.css'
import { UnsetLimits } from './unset-limits.tsx'
import { VersionState } from './version-state.tsx'

const { cursor: _cursor, limit: _limit, ...shape } = listStandardItems.query.shape
const Filters = z.object(shape)
const TONES = { critical: 'late', major: 'waiting', minor: 'neutral' } as const satisfies Record<Severity, string>

const Items = ({ version }: { version: StandardVersion }) => {
  const { t, lang } = useTexts()
  const spans = useSpans()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const [form, setForm] = useState<StandardItem | 'new'>()
  const [dialog, setDialog] = useState<'publish' | 'withdraw' | 'compare'>()
  const pages = usePages(listStandardItems, { params: { id: version.id }, query: filters })
  const left = useApiQuery(listStandardItems, {
    params: { id: version.id },
    query: { siteLimit: 'true', active: 'true', limit: 200 },
  })
  const check = useApiMutation(checkStandard)
  const publish = useApiMutation(publishStandard)
  const withdraw = useApiMutation(withdrawStandard)
  const draft = version.state === 'draft'
  const params = { id: version.id }
  const edits = draft && spans('standard.edit')
  const today = useToday()
  const comes = version.state === 'published' && (version.effectiveFrom ?? '') > today
  const me = useSession().staff.id
  // who has written in it neither checks nor approves it
  const approves = draft && spans('standard.approve') && !version.editors.some((editor) => editor.id === me)
  const columns: Column<StandardItem>[] = [
    {
      key: 'id',
      title: t('standardColumn.item'),
      width: 104,
      render: (row) => <span className="w-figures">{row.id}</span>,
    },
    {
      key: 'words',
      title: t('standardColumn.zh'),
      render: (row) => <span className={row.active ? styles.wrap : `${styles.wrap} ${styles.off}`}>{row[lang]}</span>,
    },
    {
      key: 'severity',
      title: t('standardColumn.severity'),
      width: 88,
      render: (row) => <StateTag tone={TONES[row.severity]}>{t(`severity.${row.severity}`)}</StateTag>,
    },
    {
      key: 'evidence',
      title: t('standardColumn.evidence'),
      width: 104,
      render: (row) => t(`evidence.${row.evidence}`),
    },
    {
      key: 'frequency',
      title: t('standardColumn.frequency'),
      width: 152,
      wideOnly: true,
      render: (row) => (row.frequency ? t(`frequency.${row.frequency}`) : t('frequency.none')),
    },
    {
      key: 'kano',
      title: t('standardColumn.kano'),
      width: 104,
      wideOnly: true,
      render: (row) => t(`kano.${row.kano}`),
    },
  ]
  return (
    <>
      <PageHeader
        title={`${t('standards.version', { number: version.number })} ${version.name}`}
        tags={<VersionState of={version} />}
        hint={[version.effectiveFrom && t('standards.since', { date: version.effectiveFrom }), version.note]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <span className={styles.tools}>
            <Button onClick={() => setDialog('compare')}>{t('standards.compare')}</Button>
            {edits || (comes && spans('standard.edit')) ? (
              <Button onClick={() => setDialog('withdraw')}>{t('standards.withdraw')}</Button>
            ) : null}
            {edits ? (
              <Button icon={<PlusOutlined aria-hidden />} onClick={() => setForm('new')}>
                {t('standards.addItem')}
              </Button>
            ) : null}
            {approves && !version.checkedAt ? (
              <CheckButton onCheck={() => check.mutateAsync({ params, body: { version: version.version } })} />
            ) : null}
            {approves && version.checkedAt ? (
              <Button type="primary" onClick={() => setDialog('publish')}>
                {t('standards.publish')}
              </Button>
            ) : null}
          </span>
        }
      />
      <Signatures of={version} waits={draft && !approves ? 'standards' : undefined} />
      {version.state === 'withdrawn' ? null : (
        <UnsetLimits
          of="company"
          unset={left.data?.rows ?? []}
          onChoose={edits ? setForm : (item) => setFilters({ touchpoint: item.touchpoint, siteLimit: 'true' })}
        />
      )}
      <FilterBar items={itemFilters(t)} values={filters} onChange={setFilters} active={active} onClear={clear}>
        <ExportLink list={listStandardItems} params={{ id: version.id }} query={filters} />
      </FilterBar>
      <DataTable<StandardItem>
        label={t('standardSheet.items')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        {...(edits ? { onOpen: setForm } : {})}
        card={(row) => (
          <span className={styles.card}>
            <span className={styles.tools}>
              <span className="w-figures w-quiet">{row.id}</span>
              <StateTag tone={TONES[row.severity]}>{t(`severity.${row.severity}`)}</StateTag>
              <Tag>{t(`evidence.${row.evidence}`)}</Tag>
            </span>
            <span className={row.active ? styles.wrap : `${styles.wrap} ${styles.off}`}>{row[lang]}</span>
          </span>
        )}
        filtered={active.length > 0}
      />
      {form === 'new' ? <AddItem versionId={version.id} onClose={() => setForm(undefined)} /> : null}
      {form && form !== 'new' ? (
        <ChangeItem versionId={version.id} item={form} onClose={() => setForm(undefined)} />
      ) : null}
      {dialog === 'compare' ? <CompareVersions version={version} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'publish' ? (
        <PublishDialog
          {...version}
          onSubmit={(body) => publish.mutateAsync({ params, body })}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {dialog === 'withdraw' ? (
        <WithdrawDialog
          {...version}
          onSubmit={(body) => withdraw.mutateAsync({ params, body })}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </>
  )
}

/** One version of the company standard with its items; a draft can be changed. */
export const Page = () => {
  const { t } = useTexts()
  const id = usePageId()
  const query = useApiQuery(listStandards, { query: { limit: 200 } })
  return (
    <QueryView query={query}>
      {({ rows }) => {
        const version = rows.find((row) => row.id === id)
        return version ? <Items version={version} /> : <EmptyState title={t('standards.unknown')} />
      }}
    </QueryView>
  )
}
