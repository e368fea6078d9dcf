import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { Checkbox, Input } from 'antd'
import { useEstateUpload } from '#ui/file/estate-files.ts'
import { FileUpload } from '#ui/file/file-upload.tsx'
import { FieldWidget } from '#ui/form/widgets.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useCan } from '#ui/session.tsx'
import { Field } from './field.tsx'
import styles from './form.module.css'
import type { PartProps } from './form-props.ts'
import { isDoubtfulPhone } from './phone.rules.ts'

const Person = ({ talk: { values, customer }, set, errorOf }: PartProps) => {
  const { t } = useTexts()
  return (
    <>
      <Field label={t('field.customerName')} error={errorOf('name')}>
        {(control) => (
          <Input
            {...control}
            value={values.name}
            maxLength={100}
            disabled={values.anonymous}
            placeholder={customer?.name ?? t('desk.nameHint')}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t('field.contactPhone')}
        error={errorOf('phone')}
        help={isDoubtfulPhone(values.phone) ? t('desk.phoneDoubt') : undefined}
      >
        {(control) => (
          <Input
            {...control}
            value={values.phone}
            maxLength={40}
            inputMode="tel"
            placeholder={customer ? t('desk.phoneOnFile') : t('desk.phoneHint')}
            onChange={(event) => set({ phone: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

const OnSite = ({ talk: { values }, set, errorOf }: PartProps) => {
  const { t } = useTexts()
  return (
    <>
      <Field label={t('field.collectedById')} error={errorOf('collectedById')}>
        {(control) => (
          <FieldWidget
            {...control}
            spec={{ label: t('field.collectedById'), widget: 'staff' }}
            kind={{ kind: 'unknown' }}
            value={values.collectedById}
            onChange={(id) => set({ collectedById: typeof id === 'string' ? id : undefined })}
          />
        )}
      </Field>
      <Field label={t('field.collectedAt')} error={errorOf('collectedAt')}>
        {(control) => (
          <FieldWidget
            {...control}
            spec={{ label: t('field.collectedAt') }}
            kind={{ kind: 'instant' }}
            value={values.collectedAt}
            onChange={(at) => set({ collectedAt: typeof at === 'string' ? at : undefined })}
          />
        )}
      </Field>
    </>
  )
}

const Files = ({ talk: { values }, set }: PartProps) => {
  const { t } = useTexts()
  const can = useCan()
  const upload = useEstateUpload('photo')
  if (!can('file.upload')) return null
  return (
    <Field label={t('desk.files')} wide>
      {({ id }) => (
        <FileUpload id={id} value={values.files} upload={upload} maxFiles={20} onChange={(files) => set({ files })} />
      )}
    </Field>
  )
}

/** What is rarely needed waits behind one line and opens by itself when it holds something or a rule asks for it. */
export const MoreFields = ({ open, onToggle, ...part }: PartProps & { open: boolean; onToggle: () => void }) => {
  const { t } = useTexts()
  const { talk, set, errorOf } = part
  const { values } = talk
  const message = values.contactType === 'message'
  return (
    <>
      {values.channel === 'on_site' ? (
        <div className={styles.grid}>
          <OnSite {...part} />
        </div>
      ) : null}
      {message ? null : (
        <div className={styles.more}>
          <button type="button" className={styles.toggle} aria-expanded={open} onClick={onToggle}>
            {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
            {t('desk.more')}
          </button>
          {open ? (
            <div className={`${styles.form} ${styles.inside}`}>
              <div className={styles.grid}>
                <Person {...part} />
                <Field label={t('field.staffSaw')} error={errorOf('saw')} help={t('desk.sawHint')} wide>
                  {(control) => (
                    <Input.TextArea
                      {...control}
                      value={values.saw}
                      maxLength={4000}
                      autoSize={{ minRows: 1, maxRows: 6 }}
                      onChange={(event) => set({ saw: event.target.value })}
                    />
                  )}
                </Field>
                <Files {...part} />
              </div>
              <div className={styles.checks}>
                <Checkbox checked={values.anonymous} onChange={(event) => set({ anonymous: event.target.checked })}>
                  {t('field.anonymous')}
                </Checkbox>
                <Checkbox checked={values.noCallback} onChange={(event) => set({ noCallback: event.target.checked })}>
                  {t('field.noCallbackWish')}
                </Checkbox>
              </div>
            </div>
          ) : null}
        </div>
      )}
    </>
  )
}
