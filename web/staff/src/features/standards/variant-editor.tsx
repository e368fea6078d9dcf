import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import {
  type EstateStandard,
  listStandardItems,
  publishEstateStandard,
  type StandardVersion,
  saveEstateStandard,
  withdrawEstateStandard,
} from '#contract/standards.ts'
import { TRAITS } from '#contract/touchpoints.ts'
import { isApiError } from '#ui/api-error.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useToday } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { ItemRow } from './item-row.tsx'
import { OwnItems } from './own-items.tsx'
import styles from './standards.module.css'
import { VersionState } from './version-state.tsx'

type Content = Pick<EstateStandard, 'traits' | 'standing' | 'off' | 'added' | 'changed'>

/** What the estate has, what it leaves out and why, which figures it sets, what it adds; kept as one draft. */
export const VariantEditor = ({ variant, company }: { variant: EstateStandard; company: StandardVersion }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const notice = useNotice()
  const today = useToday()
  const [content, setContent] = useState<Content>(variant)
  const [touchpoint, setTouchpoint] = useState<(typeof TOUCHPOINTS)[number]>('T01')
  const [wrong, setWrong] = useState<string>()
  const [dialog, setDialog] = useState<'publish' | 'withdraw'>()
  const items = useApiQuery(listStandardItems, {
    params: { id: company.id },
    query: { touchpoint, active: 'true', limit: 200 },
  })
  const save = useApiMutation(saveEstateStandard)
  const publish = useApiMutation(publishEstateStandard)
  const withdraw = useApiMutation(withdrawEstateStandard)
  const edits = variant.state === 'draft' && can('standard.vary')
  const params = { estateId, id: variant.id }
  const dirty = JSON.stringify(pick(content)) !== JSON.stringify(pick(variant))
  const keep = async () => {
    setWrong(undefined)
    const body = { ...pick(content), standing: content.standing.filter(isStanding), version: variant.version }
    try {
      const saved = await save.mutateAsync({ params, body })
      notice.good(t('standards.saved'))
      return saved
    } catch (error) {
      if (isApiError(error) && error.code === 'E_INPUT') setWrong(String(error.details.itemId ?? error.field ?? ''))
      notice.bad(error)
      return undefined
    }
  }
  const patch = (next: Partial<Content>) => setContent((before) => ({ ...before, ...next }))
  return (
    <div className={styles.editor}>
      <PageHeader
        title={t('standards.variantTitle', { number: variant.number })}
        tags={<VersionState of={variant} />}
        hint={t('standards.variantHint', { number: company.number })}
      />
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
              {rows.map((item) => (
                <ItemRow
                  key={item.id}
                  item={item}
                  edits={edits}
                  wrong={wrong === item.id}
                  off={content.off[item.id]}
                  changed={content.changed[item.id]}
                  onOff={(reason) => patch({ off: without(content.off, item.id, reason) })}
                  onChanged={(set) => patch({ changed: without(content.changed, item.id, set) })}
                />
              ))}
            </ul>
          )}
        </QueryView>
      </section>
      <OwnItems
        edits={edits}
        touchpoint={touchpoint}
        added={content.added}
        onChange={(added) => patch({ added: [...added] })}
      />
      {edits ? (
        <div className={styles.foot}>
          <Button type="primary" loading={save.isPending} disabled={!dirty} onClick={() => void keep()}>
            {t('common.save')}
          </Button>
          <Button disabled={dirty} onClick={() => setDialog('publish')}>
            {t('standards.publish')}
          </Button>
          <Button onClick={() => setDialog('withdraw')}>{t('standards.withdraw')}</Button>
          {dirty ? <span className="w-quiet w-small">{t('standards.saveFirst')}</span> : null}
        </div>
      ) : null}
      {dialog === 'publish' ? (
        <FormDialog
          title={t('standards.publishTitle', { number: variant.number })}
          intro={t('standards.publishHint')}
          schema={publishEstateStandard.body}
          initial={{ effectiveFrom: today, version: variant.version }}
          fields={{ effectiveFrom: { label: t('standardColumn.effectiveFrom'), autoFocus: true } }}
          submitLabel={t('standards.publish')}
          onClose={() => setDialog(undefined)}
          onSubmit={async (body) => {
            await publish.mutateAsync({ params, body })
            notice.good(t('standards.published'))
            go('standards', { tab: 'estate' })
          }}
        />
      ) : null}
      {dialog === 'withdraw' ? (
        <FormDialog
          danger
          title={t('standards.withdrawTitle', { number: variant.number })}
          schema={withdrawEstateStandard.body}
          initial={{ version: variant.version }}
          fields={{ reason: { label: t('standards.reason'), rows: 3, autoFocus: true } }}
          submitLabel={t('standards.withdraw')}
          onClose={() => setDialog(undefined)}
          onSubmit={async (body) => {
            await withdraw.mutateAsync({ params, body })
            go('standards', { tab: 'estate' })
          }}
        />
      ) : null}
    </div>
  )
}

const pick = ({ traits, standing, off, added, changed }: Content): Content => ({
  traits,
  standing,
  off,
  added,
  changed,
})
const isStanding = (value: string): value is 'region:north' => value === 'region:north'

/** The same map with this entry set, or without it. */
const without = <V,>(map: Readonly<Record<string, V>>, key: string, value: V | undefined): Record<string, V> => {
  const { [key]: _, ...rest } = map
  return value === undefined ? rest : { ...rest, [key]: value }
}
