import { useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { nowInstant } from '../../app/phone-time.ts'
import { go } from '../../app/route.ts'
import { GiveUp, useForm } from '../../app/use-form.tsx'
import { PhotoField } from '../../photo/photo-field.tsx'
import { VoiceField } from '../../photo/voice-field.tsx'
import { addAct } from '../../store/acts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, NoteField, TextField, Tick } from '../../ui/fields.tsx'
import { Loading, Page } from '../../ui/parts.tsx'
import { tell } from '../../ui/tell.tsx'
import { EMPTY_REPORT, type ReportForm, reportBody, reportLacks, TOPICS } from './report.rules.ts'

/** What somebody on site saw or was told; the desk has it the same day. */
export const Report = () => {
  const { t } = useTexts()
  const { who, wake } = useField()
  const kept = useForm<ReportForm>('report', EMPTY_REPORT)
  const { values: form, change } = kept
  const [tried, setTried] = useState(false)
  const lacks = reportLacks(form)

  const send = async () => {
    setTried(true)
    if (lacks.length > 0) return
    const body = reportBody(form, who.userId, nowInstant())
    const about = form.said.trim().slice(0, 30)
    const done = await kept.settle(async (ref) => {
      await addAct(who, `report:${ref.ownerId}`, about, { type: 'report', body }, ref)
      return true
    })
    if (!done) return
    wake()
    tell(t('onsite.report.kept'))
    go('/', { replace: true })
  }
  if (!kept.ready) return <Loading />
  return (
    <Page
      title={t('onsite.nav.report')}
      sub={t('onsite.report.hint')}
      actions={
        <Button kind="main" icon="check" onClick={() => void send()}>
          {t('onsite.report.send')}
        </Button>
      }
    >
      <Choice
        label={t('onsite.report.from')}
        value={form.from}
        options={[
          { value: 'seen', label: t('onsite.report.seen') },
          { value: 'told', label: t('onsite.report.told') },
        ]}
        onChange={(from) => change({ from })}
      />
      {form.from === 'told' ? (
        <Choice
          label={t('onsite.report.topic')}
          value={form.topic}
          columns={3}
          options={TOPICS.map((value) => ({ value, label: t(`contactType.${value}`) }))}
          onChange={(topic) => change({ topic })}
        />
      ) : null}
      <NoteField
        label={t(form.from === 'told' ? 'onsite.report.words' : 'onsite.report.what')}
        value={form.said}
        rows={4}
        max={4000}
        onChange={(said) => change({ said })}
        problem={tried && lacks.includes('said') ? t('issue.required') : undefined}
      />
      {form.from === 'told' && form.topic === 'complaint' ? (
        <>
          <NoteField
            label={t('onsite.report.feeling')}
            value={form.feeling}
            rows={2}
            onChange={(feeling) => change({ feeling })}
            problem={tried && lacks.includes('feeling') ? t('issue.required') : undefined}
          />
          <NoteField
            label={t('onsite.report.wish')}
            value={form.wish}
            rows={2}
            max={1000}
            onChange={(wish) => change({ wish })}
            problem={tried && lacks.includes('wish') ? t('issue.required') : undefined}
          />
        </>
      ) : null}
      <TextField
        label={t('onsite.report.place')}
        value={form.place}
        max={200}
        onChange={(place) => change({ place })}
        problem={tried && lacks.includes('place') ? t('issue.required') : undefined}
      />
      {form.from === 'told' ? (
        <>
          <TextField
            label={t('onsite.report.customer')}
            optional
            value={form.customer}
            max={100}
            onChange={(customer) => change({ customer })}
          />
          <TextField
            label={t('onsite.report.phone')}
            optional
            type="tel"
            mode="tel"
            value={form.phone}
            max={40}
            onChange={(phone) => change({ phone })}
          />
        </>
      ) : null}
      <PhotoField
        label={t('onsite.photo.take')}
        place={form.place || t('onsite.nav.report')}
        optional
        {...kept.files('photoIds')}
      />
      <VoiceField {...kept.files('voiceIds')} />
      <Tick label={t('onsite.report.urgent')} checked={form.urgent} onChange={(urgent) => change({ urgent })} />
      <GiveUp form={kept} />
    </Page>
  )
}
