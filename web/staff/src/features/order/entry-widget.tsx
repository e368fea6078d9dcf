import { Checkbox, Input, Radio } from 'antd'
import { z } from 'zod'
import { ENTRY_GROUNDS } from '#contract/kinds/order.ts'
import { OwnStatus } from '#ui/form/own-status.tsx'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { FieldWidget } from '#ui/form/widgets.tsx'
import { useTexts } from '#ui/i18n.ts'
import styles from './parts.module.css'

export const EntryDraft = z.object({
  ground: z.enum(ENTRY_GROUNDS).optional(),
  consentBy: z.string().max(100).optional(),
  badgeShown: z.boolean().optional(),
  shoeCovers: z.boolean().optional(),
  secondPerson: z.string().max(100).optional(),
  approvedById: z.string().optional(),
  witness: z.string().max(200).optional(),
})
export type EntryDraft = z.infer<typeof EntryDraft>

const draftOf = (value: unknown): EntryDraft => {
  const read = EntryDraft.safeParse(value ?? {})
  return read.success ? read.data : {}
}

/** FD-775: on what ground somebody goes into a home, and only the questions which that ground asks. */
const EntryWidget: Widget = ({ id, value, onChange, spec }) => {
  const { t } = useTexts()
  const draft = draftOf(value)
  const put = (part: EntryDraft) => onChange?.({ ...draft, ...part })
  const urgent = spec.extra === 'urgent'
  const text = (name: 'consentBy' | 'secondPerson' | 'witness', hint?: string) => (
    <div className={styles.line}>
      <span aria-hidden>{t(`field.${name}`)}</span>
      <Input
        aria-label={t(`field.${name}`)}
        value={draft[name] ?? ''}
        maxLength={name === 'witness' ? 200 : 100}
        placeholder={hint}
        onChange={(event) => put({ [name]: event.target.value || undefined })}
      />
    </div>
  )
  const tick = (name: 'badgeShown' | 'shoeCovers') => (
    <Checkbox checked={draft[name] ?? false} onChange={(event) => put({ [name]: event.target.checked })}>
      {t(`field.${name}`)}
    </Checkbox>
  )
  return (
    <OwnStatus>
      <div className={styles.entry}>
        <Radio.Group
          {...(id ? { id } : {})}
          className={styles.grounds ?? ''}
          value={draft.ground ?? null}
          onChange={(event) => put({ ground: event.target.value })}
          options={ENTRY_GROUNDS.filter((ground) => ground !== 'emergency' || urgent).map((ground) => ({
            value: ground,
            label: t(`choice.${ground}`),
          }))}
        />
        {draft.ground === 'residentPresent' ? (
          <>
            {text('consentBy', t('order.consentHint'))}
            <div className={styles.ticks}>
              {tick('badgeShown')}
              {tick('shoeCovers')}
            </div>
          </>
        ) : null}
        {draft.ground === 'writtenAuthority' ? (
          <>
            {text('consentBy')}
            {text('secondPerson')}
            <p className="w-quiet w-small">{t('order.authorityPhoto')}</p>
          </>
        ) : null}
        {draft.ground === 'emergency' ? (
          <>
            <div className={styles.line}>
              <span>{t('field.approvedById')}</span>
              <FieldWidget
                value={draft.approvedById}
                onChange={(picked) => put({ approvedById: typeof picked === 'string' ? picked : undefined })}
                spec={{ label: t('field.approvedById'), widget: 'staff', extra: { role: 'centreHead' } }}
                kind={{ kind: 'text', maxLength: undefined }}
                aria-label={t('field.approvedById')}
              />
            </div>
            {text('witness', t('order.witnessHint'))}
            <p className="w-quiet w-small">{t('order.entryVideo')}</p>
          </>
        ) : null}
      </div>
    </OwnStatus>
  )
}

registerWidget('orderEntry', EntryWidget)
