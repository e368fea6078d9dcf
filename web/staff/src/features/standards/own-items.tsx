import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { OwnItemInput } from '#contract/standards.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useItemFields } from './item-fields.ts'
import styles from './standards.module.css'

type Touchpoint = CheckItem['touchpoint']

/** `T08-X-01`: the next free number of the estate's own items at a touchpoint. */
const nextId = (added: readonly CheckItem[], touchpoint: Touchpoint): string => {
  const stem = `${touchpoint}-X-`
  const taken = added.filter((a) => a.id.startsWith(stem)).map((a) => Number(a.id.slice(stem.length)))
  return `${stem}${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`
}

const USUAL = {
  aspect: 'facility',
  sense: 'visual',
  severity: 'minor',
  evidence: 'photo',
  kano: 'must-be',
  conditions: [],
  threshold: null,
  frequency: null,
  trait: null,
} as const

const saidOf = ({ id: _i, touchpoint: _t, basis: _b, origin: _o, ...said }: CheckItem) => said

const OwnItemDialog = ({
  id,
  touchpoint,
  item,
  draftKey,
  onSay,
  onClose,
}: Pick<CheckItem, 'id' | 'touchpoint'> & {
  item: CheckItem | undefined
  draftKey: string
  onSay: (item: CheckItem) => void
  onClose: () => void
}) => {
  const { t } = useTexts()
  const { aspect, fields } = useItemFields()
  return (
    <FormDialog
      title={`${id} ${t(`touchpoint.${touchpoint}`)}`}
      schema={OwnItemInput}
      initial={item ? saidOf(item) : { ...USUAL, conditions: [] }}
      fields={{ ...fields, aspect }}
      columns={2}
      draftKey={draftKey}
      submitLabel={t(item ? 'standards.changeOwn' : 'standards.addItem')}
      onClose={onClose}
      onSubmit={async (said) => {
        onSay({ ...said, id, touchpoint, basis: 'inferred', origin: 'estate' })
        onClose()
      }}
    />
  )
}

/** What this estate looks at besides: its own items, at the touchpoint that is chosen. */
export const OwnItems = ({
  variantId,
  edits,
  touchpoint,
  added,
  onChange,
}: {
  variantId: string
  edits: boolean
  touchpoint: Touchpoint
  added: readonly CheckItem[]
  onChange: (added: readonly CheckItem[]) => void
}) => {
  const { t, lang } = useTexts()
  const [form, setForm] = useState<CheckItem | 'new'>()
  const item = form === 'new' ? undefined : form
  const id = item?.id ?? nextId(added, touchpoint)
  return (
    <section className={`w-card ${styles.section}`}>
      <h2>{t('standards.own')}</h2>
      {added.length === 0 ? <p className="w-quiet">{t('standards.noOwn')}</p> : null}
      <ul className={styles.list}>
        {added.map((own) => (
          <li key={own.id} className={styles.row}>
            <span className="w-figures">{own.id}</span>
            <span className={styles.wrap}>{own[lang]}</span>
            <span className={styles.tools}>
              <span className="w-quiet">
                {t(`severity.${own.severity}`)} · {t(`evidence.${own.evidence}`)}
              </span>
              {edits ? (
                <>
                  <Button size="small" onClick={() => setForm(own)}>
                    {t('standards.changeOwn')}
                  </Button>
                  <Button size="small" onClick={() => onChange(added.filter((a) => a.id !== own.id))}>
                    {t('standards.remove')}
                  </Button>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {edits ? (
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setForm('new')}>
          {t('standards.addItem')}
        </Button>
      ) : null}
      {form ? (
        <OwnItemDialog
          id={id}
          touchpoint={item?.touchpoint ?? touchpoint}
          item={item}
          draftKey={`own item ${variantId} ${id}`}
          onSay={(said) => onChange(item ? added.map((one) => (one.id === said.id ? said : one)) : [...added, said])}
          onClose={() => setForm(undefined)}
        />
      ) : null}
    </section>
  )
}
