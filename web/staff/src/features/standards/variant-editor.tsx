import { Alert, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import {
  checkEstateStandard,
  type EstateStandard,
  listStandardItems,
  publishEstateStandard,
  type StandardVersion,
  saveEstateStandard,
  withdrawEstateStandard,
} from '#contract/standards.ts'
import { TRAITS } from '#contract/touchpoints.ts'
import { isApiError } from '#ui/api-error.ts'
import { useKept } from '#ui/form/use-kept.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useNotice } from '#ui/notice.tsx'
import { useToday } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate, useSession } from '#ui/session.tsx'
import { CompareVariants } from './compare.tsx'
import { ItemRow } from './item-row.tsx'
import { OwnItems } from './own-items.tsx'
import { CheckButton, PublishDialog, WithdrawDialog } from './publish.tsx'
import { RestingRow } from './resting-row.tsx'
import { knownWord } from './say-field.ts'
import { Signatures } from './signatures.tsx'
import styles from './standards.module.css'
import { type Changed, type Content, readWork, Work } from './typed-work.ts'
import { unsetLimits } from './unset-limits.rules.ts'
import { UnsetLimits } from './unset-limits.tsx'
import { isChanged, varies, workOf } from './variant-work.rules.ts'
import { VersionState } from './version-state.tsx'

const Filters = z.object({ touchpoint: z.enum(TOUCHPOINTS).default('T01') })

/** What the estate has, what it leaves out and why, which figures it sets, what it adds; kept as one draft. */
export const VariantEditor = ({
  variant,
  company,
  used,
}: {
  variant: EstateStandard
  company: StandardVersion
  /** Numbers of own items that any version of the estate has given. */
  used: readonly string[]
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const notice = useNotice()
  const kept = useKept<EstateStandard, Work>(`variant ${variant.id}`, {
    shown: variant,
    shape: Work,
    workOf,
    isChanged,
  })
  const { dirty, stale } = kept
  const edits = variant.state === 'draft' && can('standard.vary')
  // what was typed while it was a draft is no part of what is in force
  const content = edits ? kept.work : workOf(variant)
  const { filters, setFilters } = useUrlFilters(Filters)
  const { touchpoint } = filters
  const setTouchpoint = (to: typeof touchpoint) => setFilters({ touchpoint: to })
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<{ item: string; text: string }>()
  const [dialog, setDialog] = useState<'publish' | 'withdraw' | 'compare'>()
  const items = useApiQuery(listStandardItems, {
    params: { id: company.id },
    query: { touchpoint, limit: 200 },
  })
  const waiting = useApiQuery(listStandardItems, {
    params: { id: company.id },
    query: { siteLimit: 'true', active: 'true', limit: 200 },
  })
  const unset = unsetLimits(waiting.data?.rows ?? [], content)
  const save = useApiMutation(saveEstateStandard)
  const check = useApiMutation(checkEstateStandard)
  const publish = useApiMutation(publishEstateStandard)
  const withdraw = useApiMutation(withdrawEstateStandard)
  const today = useToday()
  const me = useSession().staff.id
  // who has written in it neither checks it nor puts it in force, nor does who is about to
  const others = edits && !variant.editors.some((editor) => editor.id === me)
  const params = { estateId, id: variant.id }
  const comes = variant.state === 'published' && (variant.effectiveFrom ?? '') > today
  const approves = others && !dirty
  const close = () => setDialog(undefined)
  const read = tried && edits ? readWork(t, content, variant.note) : undefined
  const faults = new Map([...(refused ? [[refused.item, refused.text] as const] : []), ...(read?.faults ?? [])])
  // the item that is wrong is shown, on whatever touchpoint it is
  const [first] = faults
  const lead = (item: string) => setTouchpoint(TOUCHPOINTS.find((one) => item.startsWith(one)) ?? touchpoint)
  const keep = async () => {
    setTried(true)
    setRefused(undefined)
    const { body, faults: found } = readWork(t, content, variant.note)
    if (!body) {
      const [item] = found.keys()
      return item === undefined ? undefined : lead(item)
    }
    try {
      await save.mutateAsync({ params, body })
      kept.drop()
      setTried(false)
      notice.good(t('standards.saved'))
    } catch (error) {
      const item = isApiError(error) && error.code === 'E_INPUT' ? error.details.itemId : undefined
      if (!isApiError(error) || typeof item !== 'string') return notice.bad(error)
      setRefused({ item, text: knownWord(t, `standards.fault.${String(error.details.why)}`, t('issue.custom')) })
      lead(item)
    }
  }
  const patch = (next: Partial<Content>) => {
    if (!edits) return
    setRefused(undefined)
    kept.change({ ...content, ...next })
  }
  return (
    <div className={styles.editor}>
      <PageHeader
        title={t('standards.variantTitle', { number: variant.number })}
        tags={<VersionState of={variant} />}
        hint={[
          t('standards.variantHint', { number: company.number }),
          variant.effectiveFrom && t('standards.since', { date: variant.effectiveFrom }),
          variant.note,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <span className={styles.tools}>
            <Button onClick={() => setDialog('compare')}>{t('standards.compare')}</Button>
            {comes && can('standard.vary') ? (
              <Button onClick={() => setDialog('withdraw')}>{t('standards.withdraw')}</Button>
            ) : null}
            {approves && !variant.checkedAt ? (
              <CheckButton onCheck={() => check.mutateAsync({ params, body: { version: variant.version } })} />
            ) : null}
            {approves && variant.checkedAt ? (
              <Button type="primary" onClick={() => setDialog('publish')}>
                {t('standards.publish')}
              </Button>
            ) : null}
          </span>
        }
      />
      {stale && edits ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('form.stale')}
          action={
            <span className={styles.tools}>
              <Button size="small" onClick={kept.drop}>
                {t('form.takeTheirs')}
              </Button>
              <Button size="small" onClick={kept.keepMine}>
                {t('form.keepMine')}
              </Button>
            </span>
          }
        />
      ) : null}
      <Signatures of={variant} waits={edits && !others ? 'variants' : undefined} />
      {variant.state === 'withdrawn' ? null : (
        <UnsetLimits unset={unset} onChoose={(item) => setTouchpoint(item.touchpoint)} />
      )}
      <section className={`w-card ${styles.section}`}>
        <h2>{t('standards.has')}</h2>
        <Checkbox.Group
          disabled={!edits}
          value={content.traits}
          onChange={(traits) => patch({ traits })}
          options={TRAITS.map((value) => ({ value, label: t(`trait.${value}`) }))}
        />
        <Checkbox
          disabled={!edits}
          checked={content.standing.includes('region:north')}
          onChange={(event) => patch({ standing: event.target.checked ? ['region:north'] : [] })}
        >
          {t('condition.region:north')}
        </Checkbox>
      </section>
      <section className={`w-card ${styles.section}`}>
        <h2>{t('standards.items')}</h2>
        <Select
          aria-label={t('standardColumn.touchpoint')}
          style={{ width: 280, maxWidth: '100%' }}
          value={touchpoint}
          onChange={setTouchpoint}
          showSearch={{ optionFilterProp: 'label' }}
          options={TOUCHPOINTS.map((value) => ({ value, label: `${value} ${t(`touchpoint.${value}`)}` }))}
        />
        <QueryView query={items}>
          {({ rows }) => (
            <ul className={styles.list}>
              {rows
                .filter((item) => item.active || varies(content, item.id))
                .map((item) => {
                  const off = (reason?: string) => without(content.off, item.id, reason)
                  const changed = (set?: Changed) => without(content.changed, item.id, set)
                  const said = {
                    item,
                    wrong: faults.get(item.id),
                    off: content.off[item.id],
                    changed: content.changed[item.id],
                  }
                  return item.active ? (
                    <ItemRow
                      key={item.id}
                      {...said}
                      edits={edits}
                      onOff={(reason) => patch({ off: off(reason) })}
                      onChanged={(set) => patch({ changed: changed(set) })}
                    />
                  ) : (
                    <RestingRow
                      key={item.id}
                      {...said}
                      onRemove={edits ? () => patch({ off: off(), changed: changed() }) : undefined}
                    />
                  )
                })}
            </ul>
          )}
        </QueryView>
      </section>
      <OwnItems
        variantId={variant.id}
        edits={edits}
        touchpoint={touchpoint}
        added={content.added}
        used={used}
        faults={faults}
        onChange={(added) => patch({ added: [...added] })}
      />
      {edits ? (
        <div className={styles.foot}>
          <Button type="primary" loading={save.isPending} disabled={!dirty || stale} onClick={() => void keep()}>
            {t('common.save')}
          </Button>
          <Button onClick={() => setDialog('withdraw')}>{t('standards.withdraw')}</Button>
          {dirty ? <span className="w-quiet w-small">{t('standards.saveFirst')}</span> : null}
          {first ? (
            <span role="alert" className={styles.wrong}>
              {first.join(' ')}
            </span>
          ) : null}
        </div>
      ) : null}
      {dialog === 'compare' ? <CompareVariants variant={variant} onClose={close} /> : null}
      {dialog === 'publish' ? (
        <PublishDialog
          {...variant}
          warning={<UnsetLimits unset={unset} />}
          onSubmit={(body) => publish.mutateAsync({ params, body })}
          onClose={close}
        />
      ) : null}
      {dialog === 'withdraw' ? (
        <WithdrawDialog
          {...variant}
          onSubmit={async (body) => {
            await withdraw.mutateAsync({ params, body })
            go('standards', { tab: 'estate' })
          }}
          onClose={close}
        />
      ) : null}
    </div>
  )
}

/** The same map with this entry set, or without it. */
const without = <V,>(map: Readonly<Record<string, V>>, key: string, value: V | undefined): Record<string, V> => {
  const { [key]: _, ...rest } = map
  return value === undefined ? rest : { ...rest, [key]: value }
}
