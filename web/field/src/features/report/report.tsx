import { useState } from 'react'
import { newKey } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { nowInstant } from '../../app/phone-time.ts'
import { go } from '../../app/route.ts'
import { PhotoField } from '../../photo/photo-field.tsx'
import { VoiceField } from '../../photo/voice-field.tsx'
import { addAct } from '../../store/acts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, NoteField, TextField, Tick } from '../../ui/fields.tsx'
import { Page } from '../../ui/parts.tsx'
import { tell, tellProblem } from '../../ui/tell.tsx'
import { EMPTY_REPORT, type ReportForm, reportBody, reportLacks, TOPICS } from './report.rules.ts'

/** What somebody on site saw or was told; the desk has it the same day. */
export const Report = () => {
  const { t } = useTexts()
  const { who, wake } = useField()
  const [ownerId, setOwnerId] = useState(newKey)
  const [form, setForm] = useState<ReportForm>(EMPTY_REPORT)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<ReportForm>) => setForm((before) => ({ ...before, ...part }))
  const lacks = reportLacks(form)
  const without = (list: readonly string[], id: string) => list.filter((one) => one !== id)

  const send = async () => {
    setTried(true)
    if (lacks.length > 0) return
    const body = reportBody(form, who.userId, nowInstant())
    try {
      await addAct(who, `report:${ownerId}`, form.said.trim().slice(0, 30), { type: 'report', body })
      wake()
      tell(t('onsite.report.kept'))
      setForm(EMPTY_REPORT)
      setOwnerId(newKey())
      go('/', { replace: true })
    } catch (problem) {
      tellProblem(problem)
    }
  }
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
        ownerId={ownerId}
        ids={form.photoIds}
        onAdd={async (id) => setForm((before) => ({ ...before, photoIds: [...before.photoIds, id] }))}
        onDrop={async (id) => setForm((before) => ({ ...before, photoIds: without(before.photoIds, id) }))}
      />
      <VoiceField
        ownerId={ownerId}
        ids={form.voiceIds}
        onAdd={async (id) => setForm((before) => ({ ...before, voiceIds: [...before.voiceIds, id] }))}
        onDrop={async (id) => setForm((before) => ({ ...before, voiceIds: without(before.voiceIds, id) }))}
      />
      <Tick label={t('onsite.report.urgent')} checked={form.urgent} onChange={(urgent) => change({ urgent })} />
    </Page>
  )
}
