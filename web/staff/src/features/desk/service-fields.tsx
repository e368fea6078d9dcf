import { Checkbox, Input } from 'antd'
import { LINES } from '#contract/permissions.ts'
import { pickStaff } from '#contract/staff.ts'
import { useTexts } from '#ui/i18n.ts'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { ChoiceKeys } from './choice-keys.tsx'
import { Field } from './field.tsx'
import styles from './form.module.css'
import type { PartProps } from './form-props.ts'

const MOST = 6

/** Who of the chosen line is on duty now, so that nobody is promised who has gone home. */
const Available = ({ line }: { line: (typeof LINES)[number] }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { data } = useApiQuery(
    pickStaff,
    { params: { estateId }, query: { line, limit: MOST } },
    { topics: ['duty', 'staff'] },
  )
  if (!data) return null
  const here = data.rows.filter((one) => one.onDuty)
  return (
    <p className={styles.note}>
      {here.length > 0
        ? t('desk.available', { names: here.map((one) => one.name).join('、') })
        : t('desk.nobodyOnDuty')}
    </p>
  )
}

/** Whose work it is, where, and how urgent. */
export const ServiceFields = ({ talk: { values, unit }, set, errorOf }: PartProps) => {
  const { t } = useTexts()
  return (
    <>
      <div>
        <ChoiceKeys
          label={t('field.line')}
          choices={LINES.map((value) => ({ value, label: t(`line.${value}`) }))}
          value={values.line}
          onChange={(line) => set({ line })}
          error={errorOf('line')}
        />
        {values.line ? <Available line={values.line} /> : null}
      </div>
      <Field label={t('field.place')} error={errorOf('place')}>
        {(control) => (
          <Input
            {...control}
            value={values.place}
            maxLength={200}
            placeholder={unit ? t('desk.placeIn', { unit: unit.display }) : t('desk.placeHint')}
            onChange={(event) => set({ place: event.target.value })}
          />
        )}
      </Field>
      {values.contactType === 'service' ? (
        <Checkbox checked={values.urgent} onChange={(event) => set({ urgent: event.target.checked })}>
          {t('field.urgent')}
        </Checkbox>
      ) : null}
    </>
  )
}
