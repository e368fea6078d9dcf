import { Input } from 'antd'
import { FieldWidget } from '#ui/form/widgets.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Field } from './field.tsx'
import styles from './form.module.css'
import type { PartProps } from './form-props.ts'

/** CP-076, CP-115: where a post stands, when it was written or passed on, and each point it makes. */
export const PostFields = ({ talk, set, errorOf }: PartProps) => {
  const { t } = useTexts()
  const { values } = talk
  const time = (name: 'postedAt' | 'forwardedAt') => (
    <Field label={t(`field.${name}`)} error={errorOf(name)}>
      {(control) => (
        <FieldWidget
          {...control}
          spec={{ label: t(`field.${name}`), widget: 'instant' }}
          kind={{ kind: 'instant' }}
          value={values[name]}
          onChange={(at) => set({ [name]: typeof at === 'string' ? at : undefined })}
        />
      )}
    </Field>
  )
  const line = (name: 'postUrl' | 'postAccount', label: string, maxLength: number) => (
    <Field label={label} error={errorOf(name)}>
      {(control) => (
        <Input
          {...control}
          value={values[name]}
          maxLength={maxLength}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className={styles.grid}>
        <Field label={t('desk.watchPlace')} error={errorOf('postWatchId')}>
          {(control) => (
            <FieldWidget
              {...control}
              spec={{ label: t('desk.watchPlace'), widget: 'watchChannel' }}
              kind={{ kind: 'unknown' }}
              value={values.postWatchId}
              onChange={(id) => set({ postWatchId: typeof id === 'string' ? id : undefined })}
            />
          )}
        </Field>
        {line('postAccount', t('field.account'), 100)}
        {line('postUrl', t('field.url'), 500)}
        {time('postedAt')}
        {time('forwardedAt')}
      </div>
      <Field label={t('field.points')} error={errorOf('postPoints')} help={t('desk.pointsHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            value={values.postPoints}
            maxLength={4000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => set({ postPoints: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
