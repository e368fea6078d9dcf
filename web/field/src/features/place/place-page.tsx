import { useEffect, useRef, useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { wallTime } from '#ui/time.rules.ts'
import { useField } from '../../app/field-context.ts'
import { nowInstant } from '../../app/phone-time.ts'
import { sentPosition } from '../../app/position.rules.ts'
import { PositionNeeded } from '../../app/position-needed.tsx'
import { go, goBack } from '../../app/route.ts'
import { roundSubject } from '../../round/round.rules.ts'
import { ScanBox } from '../../scan/scan-box.tsx'
import { finishDraft } from '../../store/acts.ts'
import type { Draft } from '../../store/draft.ts'
import { changeDraft, dropDraft } from '../../store/drafts.ts'
import { isTaking } from '../../store/files.ts'
import { Button } from '../../ui/button.tsx'
import { NoteField } from '../../ui/fields.tsx'
import { Banner, Loading, Nothing, Page } from '../../ui/parts.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { tell, tellProblem } from '../../ui/tell.tsx'
import { whereOf } from '../../ui/words.ts'
import { gapsOf, inGroups, sentAnswers, tallyOf } from './answer.rules.ts'
import { beginLook } from './begin-look.ts'
import { Group } from './group.tsx'
import styles from './place.module.css'

/** Typed here and kept beside it, as in an item. */
const PlaceNote = ({ draft }: { draft: Draft }) => {
  const { t } = useTexts()
  const [note, setNote] = useState(draft.note)
  const change = (words: string) => {
    setNote(words)
    changeDraft(draft.id, (kept) => Object.assign(kept, { note: words })).catch(tellProblem)
  }
  return <NoteField label={t('onsite.note')} optional max={1000} value={note} onChange={change} />
}

/** The checklist of one place. Every tap is kept at once; leaving and coming back changes nothing. */
export const PlacePage = ({ roundId, placeId }: { roundId: string | null; placeId: string }) => {
  const { t } = useTexts()
  const field = useField()
  const { pack, drafts, wake } = field
  const round = roundId === null ? null : (pack.rounds.find(({ id }) => id === roundId) ?? null)
  const draft = drafts.find((one) => one.placeId === placeId && one.roundId === roundId)
  const known = pack.places.find(({ id }) => id === placeId)
  // a place that was given up meanwhile: what was begun there is still finished and sent
  const place = known ?? (draft && { name: t('onsite.placeGone'), scanNeeded: false, positionNeeded: false })
  const [tried, setTried] = useState(false)
  const [scanning, setScanning] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [empty, setEmpty] = useState(false)
  const sent = useRef(false)
  const back = round === null ? '/' : `/rounds/${round.id}`
  const isGone = roundId !== null && round === null && !draft

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place
  useEffect(() => {
    if (!known || draft || isGone) return
    beginLook(field, known, round, null)
      .then((id) => setEmpty(id === undefined))
      .catch(tellProblem)
  }, [placeId])

  if (isGone)
    return (
      <Page title={t('onsite.round.gone')} back="/">
        <Nothing title={t('onsite.round.gone')} hint={t('onsite.round.goneHint')} />
      </Page>
    )
  if (!place || empty)
    return (
      <Page title={t('onsite.placeGone')} back={back}>
        {empty && round ? (
          <Nothing title={t('onsite.nothingAsked')} hint={t('onsite.nothingAskedHint')} />
        ) : (
          <Nothing title={t(empty ? 'onsite.noChecklist' : 'onsite.placeGone')} hint={t('onsite.placeGoneHint')} />
        )}
      </Page>
    )
  if (!draft) return <Loading />

  const { items } = draft
  const checklist = pack.checklists.find((one) => one.placeId === placeId)
  const overtaken = checklist?.standardId !== draft.standardId || checklist.variantId !== draft.variantId
  const tally = tallyOf(items, draft.answers)
  const day = wallTime(Math.max(Date.now(), Date.parse(pack.asOf)), field.estate.timeZone).date
  const gaps = gapsOf(draft, items, place, day)
  const lacking = new Map(gaps.items.map(({ itemId, lacks }) => [itemId, lacks]))

  const send = async () => {
    setTried(true)
    const first = gaps.scan ? 'scan' : gaps.position ? 'position' : gaps.items[0]?.itemId
    if (first) {
      document.getElementById(`item-${first}`)?.scrollIntoView({ block: 'center' })
      return
    }
    if (sent.current) return
    if (isTaking(draft.id)) return tell(t('onsite.photo.wait'))
    sent.current = true
    const note = draft.note.trim()
    const body = {
      id: draft.id,
      placeId,
      kind: draft.kind,
      beganAt: draft.beganAt,
      endedAt: nowInstant(),
      standardId: draft.standardId,
      variantId: draft.variantId,
      answers: sentAnswers(draft),
      ...(roundId === null ? {} : { roundId }),
      ...(draft.labelToken === null ? {} : { labelToken: draft.labelToken }),
      ...sentPosition(draft),
      ...(note ? { note } : {}),
    }
    const subject = roundId === null ? `look:${draft.id}` : roundSubject(roundId)
    try {
      await finishDraft(draft, subject, place.name, { type: 'inspection', body })
      wake()
      tell(t('onsite.place.kept', { place: place.name }))
      if (round === null) go('/', { replace: true })
      else goBack(back)
    } catch (problem) {
      sent.current = false
      tellProblem(problem)
    }
  }

  return (
    <Page
      title={place.name}
      sub={known ? <span>{whereOf(t, known)}</span> : undefined}
      back={back}
      actions={
        <>
          {tried && (gaps.scan || gaps.position || gaps.items.length > 0) ? (
            <p className={styles.lacks} role="alert">
              {gaps.scan
                ? t('onsite.lack.scan')
                : gaps.position
                  ? t('onsite.lack.position')
                  : t('onsite.lackCount', { count: gaps.items.length })}
            </p>
          ) : null}
          <Button kind="main" icon="check" onClick={() => void send()}>
            {t('onsite.place.send', { done: items.length - tally.open, all: items.length })}
          </Button>
        </>
      }
    >
      {place.scanNeeded ? (
        <div id="item-scan">
          {draft.labelToken === null ? (
            <Banner tone="waiting" icon="scan" action={{ label: t('onsite.scan'), onClick: () => setScanning(true) }}>
              {t('onsite.place.scanNeeded')}
            </Banner>
          ) : (
            <Banner tone="good" icon="check">
              {t('onsite.scanned')}
            </Banner>
          )}
        </div>
      ) : null}
      {place.positionNeeded ? (
        <div id="item-position" className={styles.position}>
          <PositionNeeded
            located={draft}
            tried={tried}
            onChange={(part) => void changeDraft(draft.id, (kept) => Object.assign(kept, part)).catch(tellProblem)}
          />
        </div>
      ) : null}
      {roundId !== null && round === null ? <Banner tone="waiting">{t('onsite.place.roundGone')}</Banner> : null}
      {overtaken ? <Banner tone="waiting">{t('onsite.place.overtaken')}</Banner> : null}
      <p className={styles.tally}>
        {t('onsite.place.tally', { pass: tally.well, fail: tally.fault, na: tally.na, open: tally.open })}
      </p>
      {inGroups(items).map(({ aspect, items: members }) => (
        <Group
          key={aspect}
          aspect={aspect}
          items={members}
          draft={draft}
          place={place.name}
          day={day}
          lacking={tried ? lacking : undefined}
        />
      ))}
      <PlaceNote draft={draft} />
      <Button kind="quiet" onClick={() => setLeaving(true)}>
        {t('onsite.place.giveUp')}
      </Button>
      {scanning ? (
        <Sheet title={t('onsite.scan')} onClose={() => setScanning(false)}>
          <ScanBox
            placeId={placeId}
            onFound={({ labelToken }) => {
              changeDraft(draft.id, (kept) => Object.assign(kept, { labelToken })).catch(tellProblem)
              setScanning(false)
            }}
          />
        </Sheet>
      ) : null}
      {leaving ? (
        <Sheet
          title={t('onsite.place.giveUp')}
          onClose={() => setLeaving(false)}
          actions={
            <>
              <Button kind="danger" onClick={() => void dropDraft(draft.id).then(() => goBack(back))}>
                {t('onsite.place.giveUpYes')}
              </Button>
              <Button onClick={() => setLeaving(false)}>{t('onsite.place.goOn')}</Button>
            </>
          }
        >
          <p>{t('onsite.place.giveUpHint')}</p>
        </Sheet>
      ) : null}
    </Page>
  )
}
