import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { OwnItemInput } from '#contract/standards.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useItemFields } from './item-fields.ts'
import { nextOwnId } from './own-number.rules.ts'
import styles from './standards.module.css'

type Touchpoint = CheckItem['touchpoint']

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
  used,
  faults,
  onChange,
}: {
  variantId: string
  edits: boolean
  touchpoint: Touchpoint
  added: readonly CheckItem[]
  /** Numbers that any version of the estate has given. */
  used: readonly string[]
  faults: ReadonlyMap<string, string>
  onChange: (added: readonly CheckItem[]) => void
}) => {
  const { t, lang } = useTexts()
  const [form, setForm] = useState<CheckItem | 'new'>()
  const item = form === 'new' ? undefined : form
  const id = item?.id ?? nextOwnId([...used, ...added.map((a) => a.id)], touchpoint)
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
              {faults.has(own.id) ? <span className={styles.wrong}>{faults.get(own.id)}</span> : null}
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
        <span className={styles.tools}>
          <Button icon={<PlusOutlined aria-hidden />} disabled={id === undefined} onClick={() => setForm('new')}>
            {t('standards.addItem')}
          </Button>
          {id === undefined ? <span className="w-quiet w-small">{t('standards.ownFull')}</span> : null}
        </span>
      ) : null}
      {form && id !== undefined ? (
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
