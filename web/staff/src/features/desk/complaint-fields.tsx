import { Checkbox, Input, InputNumber } from 'antd'
import { isAboutNeighbour } from '#contract/complaint-categories.ts'
import { nowMs } from '#ui/clock.ts'
import { FieldWidget } from '#ui/form/widgets.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useEstate } from '#ui/session.tsx'
import { ComplaintGuess } from './complaint-guess.tsx'
import { Field } from './field.tsx'
import styles from './form.module.css'
import type { PartProps } from './form-props.ts'
import { PostFields } from './post-fields.tsx'
import { replyDue } from './promise.rules.ts'
import { PromiseField } from './promise-field.tsx'
import { ASKS_FOR_A_DATE } from './registration.rules.ts'

/** CP-034: how it feels and what is wanted, apart from what happened; no field for a cause (CP-037). */
export const ComplaintFields = ({ talk, set, errorOf }: PartProps) => {
  const { t } = useTexts()
  const { timeZone: zone, settings } = useEstate()
  const { values, unit, beganAt } = talk
  const latest = replyDue(values.channel, beganAt ?? new Date(nowMs()).toISOString(), zone)
  // CP-042: a promise after the deadline stands with an interim reply before it
  const tooLate = latest !== undefined && values.promisedAt !== undefined && values.promisedAt > latest
  const asksInterim = values.interimAt !== undefined || tooLate || errorOf('promisedAt') !== undefined
  const major = typeof values.claim === 'number' && values.claim >= settings.majorFromFen
  return (
    <>
      <Checkbox checked={values.aboutNeighbour} onChange={(event) => set({ aboutNeighbour: event.target.checked })}>
        {t('field.aboutNeighbour')}
      </Checkbox>
      {isAboutNeighbour({ aboutNeighbour: values.aboutNeighbour, categoryInitial: values.category }) ? (
        <p className={styles.note} role="note">
          {t('desk.neighbourHint')}
        </p>
      ) : null}
      <div className={styles.grid}>
        <Field label={t('field.feeling')} error={errorOf('feeling')} required>
          {(control) => (
            <Input
              {...control}
              value={values.feeling}
              maxLength={500}
              placeholder={t('desk.feelingHint')}
              onChange={(event) => set({ feeling: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('field.wish')} error={errorOf('wish')} required>
          {(control) => (
            <Input
              {...control}
              value={values.wish}
              maxLength={1000}
              placeholder={t('desk.wishHint')}
              onChange={(event) => set({ wish: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('field.place')} error={errorOf('place')} required>
          {(control) => (
            <Input
              {...control}
              value={values.place}
              maxLength={200}
              placeholder={unit ? t('desk.placeIs', { unit: unit.display }) : t('desk.placeHint')}
              onChange={(event) => set({ place: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={t('field.persons')}
          error={errorOf('persons')}
          help={
            (values.persons ?? 1) >= settings.hotGroup ? t('desk.groupHint', { count: settings.hotGroup }) : undefined
          }
        >
          {(control) => (
            <InputNumber
              {...control}
              min={1}
              max={9999}
              precision={0}
              value={values.persons}
              onChange={(persons) => set({ persons })}
              style={{ width: '100%' }}
            />
          )}
        </Field>
        <Field label={t('field.claimFen')} error={errorOf('claim')} help={major ? t('desk.majorHint') : undefined}>
          {(control) => (
            <FieldWidget
              {...control}
              spec={{ label: t('field.claimFen'), placeholder: t('desk.claimHint') }}
              kind={{ kind: 'money', min: undefined, max: undefined }}
              value={values.claim}
              onChange={(claim) =>
                set({ claim: typeof claim === 'number' || typeof claim === 'string' ? claim : undefined })
              }
            />
          )}
        </Field>
        <Field label={t('field.accusedStaffId')} error={errorOf('accusedStaffId')}>
          {(control) => (
            <FieldWidget
              {...control}
              spec={{ label: t('field.accusedStaffId'), widget: 'staff', placeholder: t('desk.accusedHint') }}
              kind={{ kind: 'unknown' }}
              value={values.accusedStaffId}
              onChange={(id) => set({ accusedStaffId: typeof id === 'string' ? id : undefined })}
            />
          )}
        </Field>
        <PromiseField
          label={t('field.promisedFeedbackAt')}
          value={values.promisedAt}
          latest={values.interimAt ? undefined : latest}
          error={errorOf('promisedAt')}
          onChange={(promisedAt) => set({ promisedAt })}
        />
        {asksInterim ? (
          <PromiseField
            label={t('field.interimAt')}
            value={values.interimAt}
            latest={latest}
            error={errorOf('interimAt')}
            onChange={(interimAt) => set({ interimAt })}
          />
        ) : null}
      </div>
      {values.channel === 'press' ? (
        <Field label={t('field.outlet')} error={errorOf('outlet')}>
          {(control) => (
            <Input
              {...control}
              value={values.outlet}
              maxLength={100}
              onChange={(event) => set({ outlet: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {values.channel === 'forum' ? <PostFields talk={talk} set={set} errorOf={errorOf} /> : null}
      {ASKS_FOR_A_DATE.includes(values.channel) ? (
        <Field label={t('field.senderWants')} error={errorOf('senderWants')}>
          {(control) => (
            <FieldWidget
              {...control}
              spec={{ label: t('field.senderWants'), widget: 'instant' }}
              kind={{ kind: 'instant' }}
              value={values.senderWants}
              onChange={(at) => set({ senderWants: typeof at === 'string' ? at : undefined })}
            />
          )}
        </Field>
      ) : null}
      <ComplaintGuess talk={talk} set={set} errorOf={errorOf} />
      <Checkbox checked={values.thanked} onChange={(event) => set({ thanked: event.target.checked })}>
        {t('field.thanked')}
      </Checkbox>
    </>
  )
}
