import { useEffect, useId, useRef, useState } from 'react'
import type { FieldPack } from '#contract/field.ts'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../app/field-context.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { Banner } from '../ui/parts.tsx'
import { placeOfLabel } from './label.rules.ts'
import { makeReader, readOnce } from './read-code.ts'
import styles from './scan.module.css'

type Place = FieldPack['places'][number]
const EVERY_MS = 180

/** Reads codes from the camera until one is taken; `blocked` where there is no camera or it may not be used. */
const useCamera = (onText: (text: string) => void) => {
  const video = useRef<HTMLVideoElement>(null)
  const heard = useRef(onText)
  heard.current = onText
  const [blocked, setBlocked] = useState(false)
  useEffect(() => {
    let stopped = false
    let stream: MediaStream | undefined
    const run = async () => {
      const wish = { video: { facingMode: 'environment' }, audio: false }
      stream = await navigator.mediaDevices?.getUserMedia(wish).catch(() => undefined)
      if (!stream) return setBlocked(true)
      const shown = video.current
      if (!shown || stopped) return
      shown.srcObject = stream
      await shown.play().catch(() => undefined)
      const reader = await makeReader()
      while (!stopped) {
        if (shown.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
          const [code] = await reader.detect(shown).catch(() => [])
          if (code && !stopped) heard.current(code.rawValue)
        }
        await new Promise((next) => setTimeout(next, EVERY_MS))
      }
    }
    const stop = () => {
      stopped = true
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    void run().then(() => {
      if (stopped) stop()
    })
    return stop
  }, [])
  return { video, blocked }
}

/**
 * Reads a label by camera, from a picture, or typed by hand where it is scratched, and names the place without asking
 * anybody. With `placeId` only that place is taken.
 */
export const ScanBox = ({ placeId, onFound }: { placeId?: string; onFound: (place: Place) => void }) => {
  const { t } = useTexts()
  const { pack, estate } = useField()
  const [problem, setProblem] = useState<string>()
  const [typed, setTyped] = useState('')
  const picture = useId()

  const heard = (text: string) => {
    const found = placeOfLabel(text, estate.code, pack.places)
    if (found.kind === 'otherEstate') setProblem(t('onsite.label.otherEstate', { code: found.estateCode }))
    else if (found.kind === 'unknown') setProblem(t('onsite.label.unknown'))
    else if (found.kind === 'noLabel') setProblem(t('onsite.label.noLabel'))
    else if (placeId !== undefined && found.place.id !== placeId)
      setProblem(t('onsite.label.otherPlace', { place: found.place.name }))
    else onFound(found.place)
  }
  const { video, blocked } = useCamera(heard)
  const fromPicture = async (file: File | undefined) => {
    const image = file && (await createImageBitmap(file).catch(() => undefined))
    const text = image && (await readOnce(image))
    image?.close()
    if (text) heard(text)
    else setProblem(t('onsite.label.noCode'))
  }

  return (
    <div className={styles.scan}>
      {blocked ? (
        <Banner tone="waiting" icon="camera">
          {t('onsite.noCamera')}
        </Banner>
      ) : (
        <div className={styles.view}>
          <video ref={video} className={styles.video} playsInline muted aria-label={t('onsite.scanAim')} />
          <p>{t('onsite.scanAim')}</p>
        </div>
      )}
      {problem ? <Banner tone="late">{problem}</Banner> : null}
      <label htmlFor={picture} className={styles.file}>
        {t('onsite.scanPicture')}
      </label>
      <input
        id={picture}
        className="w-hidden"
        type="file"
        accept="image/*"
        onChange={(event) => void fromPicture(event.target.files?.[0])}
      />
      <TextField label={t('onsite.typeLabel')} value={typed} onChange={setTyped} max={200} />
      <Button disabled={typed.trim() === ''} onClick={() => heard(typed)}>
        {t('onsite.openPlace')}
      </Button>
    </div>
  )
}
