import { useEffect, useRef, useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../app/field-context.ts'
import type { KeptFile } from '../store/database.ts'
import { db } from '../store/db.ts'
import { dropFile, keepFile, whileTaking } from '../store/files.ts'
import { useLive } from '../store/use-live.ts'
import { Button } from '../ui/button.tsx'
import { tell, tellProblem } from '../ui/tell.tsx'
import { useBlobUrl } from './use-blob-url.ts'
import styles from './voice-field.module.css'

/** What others can play comes first; a browser takes the first it can write. */
const KINDS = [
  { mime: 'audio/mp4', end: 'm4a' },
  { mime: 'audio/ogg;codecs=opus', end: 'ogg' },
  { mime: 'audio/webm;codecs=opus', end: 'webm' },
] as const
const LONGEST_MS = 120_000

const Note = ({ file, name, onDrop }: { file: KeptFile; name: string; onDrop: () => void }) => {
  const { t } = useTexts()
  const url = useBlobUrl(file.blob)
  return (
    <li className={styles.note}>
      {/* biome-ignore lint/a11y/useMediaCaption: a spoken note has no captions */}
      {url ? <audio controls src={url} aria-label={name} /> : null}
      <Button kind="quiet" icon="cross" onClick={onDrop}>
        {t('common.remove')}
      </Button>
    </li>
  )
}

/** A spoken note: one tap begins, one tap ends, two minutes at the most. Absent where the browser cannot record. */
export const VoiceField = ({
  ownerId,
  takenFor = ownerId,
  ids,
  onAdd,
  onDrop,
  most = 3,
}: {
  ownerId: string
  takenFor?: string
  ids: readonly string[]
  onAdd: (id: string) => Promise<unknown>
  onDrop: (id: string) => Promise<unknown>
  most?: number
}) => {
  const { t } = useTexts()
  const { who } = useField()
  const [recorder, setRecorder] = useState<MediaRecorder>()
  const stopTimer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const files = useLive(() => db.files.bulkGet([...ids]), `voices ${ids.join()}`) ?? []
  useEffect(() => () => (recorder?.state === 'recording' ? recorder.stop() : undefined), [recorder])
  if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices) return null

  const start = async () => {
    const kind = KINDS.find(({ mime }) => MediaRecorder.isTypeSupported(mime))
    const sound = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => undefined)
    if (!kind || !sound) return tell(t('onsite.voice.refused'))
    const made = new MediaRecorder(sound, { mimeType: kind.mime, audioBitsPerSecond: 32_000 })
    const parts: Blob[] = []
    made.ondataavailable = ({ data }) => parts.push(data)
    const stopped = new Promise<void>((done) => {
      made.onstop = () => done()
    })
    const keep = async () => {
      await stopped
      for (const track of sound.getTracks()) track.stop()
      clearTimeout(stopTimer.current)
      setRecorder(undefined)
      const blob = new Blob(parts, { type: kind.mime })
      await keepFile({ ...who, ownerId, blob, name: `voice.${kind.end}`, purpose: 'audio' }, onAdd).catch(tellProblem)
    }
    made.start()
    void whileTaking(takenFor, keep)
    stopTimer.current = setTimeout(() => made.stop(), LONGEST_MS)
    setRecorder(made)
  }

  return (
    <div className={styles.voice}>
      {files.length > 0 ? (
        <ul className={styles.notes}>
          {files.map((file, at) =>
            file ? (
              <Note
                key={file.id}
                file={file}
                name={t('onsite.voice.name', { at: at + 1 })}
                onDrop={() => void onDrop(file.id).then(() => dropFile(file.id))}
              />
            ) : null,
          )}
        </ul>
      ) : null}
      {recorder ? (
        <Button kind="danger" icon="stop" onClick={() => recorder.stop()}>
          {t('onsite.voice.stop')}
        </Button>
      ) : ids.length >= most ? null : (
        <Button icon="voice" onClick={() => void start()}>
          {t('onsite.voice.start')}
        </Button>
      )}
    </div>
  )
}
