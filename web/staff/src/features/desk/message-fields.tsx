import { Checkbox, Input } from 'antd'
import { FieldWidget } from '#ui/form/widgets.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Field } from './field.tsx'
import styles from './form.module.css'
import type { PartProps } from './form-props.ts'
import { PromiseField } from './promise-field.tsx'

const ASKED = ['when', 'who', 'where', 'why', 'how'] as const

/** KN-215: a message for a colleague, by the six questions; "what" is what the caller said. */
export const MessageFields = ({ talk: { values, customer }, set, errorOf }: PartProps) => {
  const { t } = useTexts()
  const short = (
    name: 'name' | 'phone' | 'firm' | (typeof ASKED)[number],
    label: string,
    required: boolean,
    placeholder?: string,
  ) => (
    <Field key={name} label={label} error={errorOf(name)} required={required}>
      {(control) => (
        <Input
          {...control}
          value={values[name]}
          maxLength={name === 'phone' ? 40 : 200}
          placeholder={placeholder}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className={styles.grid}>
        <Field label={t('desk.messageFor')} error={errorOf('forStaffId')} required wide>
          {(control) => (
            <FieldWidget
              {...control}
              spec={{ label: t('desk.messageFor'), widget: 'staff' }}
              kind={{ kind: 'unknown' }}
              value={values.forStaffId}
              onChange={(id) => set({ forStaffId: typeof id === 'string' ? id : undefined })}
            />
          )}
        </Field>
        {short('name', t('desk.callerName'), true, customer?.name)}
        {short('phone', t('desk.callerPhone'), true)}
        {short('firm', t('desk.callerFirm'), false)}
        {ASKED.map((name) => short(name, t(`desk.message.${name}`), true))}
        <Field label={t('desk.messagePoints')} error={errorOf('points')} wide>
          {(control) => (
            <Input.TextArea
              {...control}
              value={values.points}
              maxLength={1000}
              autoSize={{ minRows: 1, maxRows: 4 }}
              onChange={(event) => set({ points: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className={styles.checks}>
        <Checkbox checked={values.replyNeeded} onChange={(event) => set({ replyNeeded: event.target.checked })}>
          {t('desk.replyNeeded')}
        </Checkbox>
        <Checkbox checked={values.isComplaint} onChange={(event) => set({ isComplaint: event.target.checked })}>
          {t('desk.isComplaint')}
        </Checkbox>
      </div>
      {values.replyNeeded ? (
        <PromiseField
          label={t('desk.replyBy')}
          value={values.replyBy}
          error={errorOf('replyBy')}
          onChange={(replyBy) => set({ replyBy })}
        />
      ) : null}
    </>
  )
}
