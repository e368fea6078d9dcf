import { useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { useField } from '../../app/field-context.ts'
import { go } from '../../app/route.ts'
import { GiveUp, useForm } from '../../app/use-form.tsx'
import { PhotoField } from '../../photo/photo-field.tsx'
import type { FindingVerb } from '../../queue/act.rules.ts'
import { addAct } from '../../store/acts.ts'
import { Button } from '../../ui/button.tsx'
import { NoteField } from '../../ui/fields.tsx'
import { Banner, Loading, Nothing, Page } from '../../ui/parts.tsx'
import { tell } from '../../ui/tell.tsx'
import { TimeLeftTag } from '../../ui/time-left-tag.tsx'
import { TONE_OF_SEVERITY, whereOf } from '../../ui/words.ts'
import { findingBody } from './finding-body.ts'
import { Told } from './told.tsx'

const NEEDS_PHOTO: ReadonlySet<FindingVerb> = new Set(['rectify', 'failCheck'])
const NEEDS_WORDS: ReadonlySet<FindingVerb> = new Set(['rectify', 'failCheck'])

type FindingForm = { words: string; cause: string; photoIds: readonly string[] }
const EMPTY_FORM: FindingForm = { words: '', cause: '', photoIds: [] }

/** A fault that was found: put right with a photo, or looked at again by somebody else. */
export const FindingPage = ({ id }: { id: string }) => {
  const { t, lang } = useTexts()
  const { pack, who, wake } = useField()
  const finding = pack.findings.find(({ matterId }) => matterId === id)
  const place = pack.places.find((one) => one.id === finding?.placeId)
  const form = useForm<FindingForm>(`finding:${id}`, EMPTY_FORM)
  const { words, cause, photoIds } = form.values
  const [tried, setTried] = useState<FindingVerb>()
  if (!finding)
    return (
      <Page title={t('onsite.finding')} back="/">
        <Nothing title={t('onsite.findingGone')} hint={t('onsite.findingGoneHint')} />
      </Page>
    )
  if (!form.ready) return <Loading />
  const photoMissing = (verb: FindingVerb) => NEEDS_PHOTO.has(verb) && photoIds.length === 0
  const wordsMissing = (verb: FindingVerb) => NEEDS_WORDS.has(verb) && !words.trim()
  const causeAsked = finding.may.includes('rectify') || (finding.may.includes('passCheck') && finding.cause === null)
  const causeMissing = (verb: FindingVerb) =>
    verb === 'passCheck' && finding.causeNeeded && finding.cause === null && !cause.trim()
  const act = async (verb: FindingVerb) => {
    setTried(verb)
    if (photoMissing(verb) || wordsMissing(verb) || causeMissing(verb)) return
    const deed = {
      type: 'findingMove',
      matterId: id,
      verb,
      version: finding.version,
      body: findingBody(verb, { words, cause, photos: photoIds }),
    } as const
    const about = `${finding.number} · ${t(`onsite.finding.${verb}`)}`
    const done = await form.settle(async (ref) => {
      await addAct(who, `finding:${id}`, about, deed, ref)
      return true
    })
    if (!done) return
    wake()
    tell(t('onsite.kept'))
    go('/', { replace: true })
  }
  return (
    <Page
      title={t('onsite.finding.fails', { item: finding.statement[lang] })}
      sub={
        <>
          <StateTag tone={TONE_OF_SEVERITY[finding.severity]}>{t(`severity.${finding.severity}`)}</StateTag>
          {finding.dueAt ? <TimeLeftTag dueAt={finding.dueAt} /> : null}
        </>
      }
      back="/"
      actions={finding.may.map((verb, at) => (
        <Button
          key={verb}
          kind={verb === 'failCheck' ? 'danger' : at === 0 ? 'main' : 'plain'}
          icon={verb === 'failCheck' ? 'cross' : 'check'}
          onClick={() => void act(verb)}
        >
          {t(`onsite.finding.${verb}`)}
        </Button>
      ))}
    >
      <p className="w-quiet">
        {finding.number}
        {place ? ` · ${place.name} · ${whereOf(t, place)}` : ''}
      </p>
      {finding.may.length === 0 ? <Banner>{t('onsite.finding.others')}</Banner> : null}
      <Told finding={finding} />
      <PhotoField
        label={t('onsite.photo.take')}
        place={place?.name ?? finding.number}
        needed={tried !== undefined && photoMissing(tried)}
        {...form.files('photoIds')}
      />
      {tried && photoMissing(tried) ? <Banner tone="late">{t('onsite.lack.photo')}</Banner> : null}
      <NoteField
        label={t('onsite.finding.words')}
        value={words}
        onChange={(said) => form.change({ words: said })}
        problem={tried && wordsMissing(tried) ? t('issue.required') : undefined}
      />
      {causeAsked ? (
        <NoteField
          label={t('onsite.finding.cause')}
          optional={!finding.causeNeeded || finding.may.includes('rectify')}
          rows={2}
          max={500}
          value={cause}
          onChange={(said) => form.change({ cause: said })}
          problem={tried && causeMissing(tried) ? t('issue.required') : undefined}
        />
      ) : null}
      <GiveUp form={form} />
    </Page>
  )
}
