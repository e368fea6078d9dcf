import { useId, useState } from 'react'
import { nowMs } from '#ui/clock.ts'
import { useTexts } from '#ui/i18n.ts'
import { absoluteText } from '#ui/time-texts.ts'
import { useField } from '../app/field-context.ts'
import type { FilePurpose, KeptFile } from '../store/database.ts'
import { db } from '../store/db.ts'
import { dropFile, keepFile, whileTaking } from '../store/files.ts'
import { useLive } from '../store/use-live.ts'
import { Icon } from '../ui/icons.tsx'
import { tellProblem } from '../ui/tell.tsx'
import styles from './photo-field.module.css'
import { stampedPhoto } from './take-photo.ts'
import { useBlobUrl } from './use-blob-url.ts'

const Picture = ({ file, name, onDrop }: { file: KeptFile; name: string; onDrop: () => void }) => {
  const { t } = useTexts()
  const url = useBlobUrl(file.blob)
  return (
    <li className={styles.picture}>
      {url ? <img src={url} alt={name} /> : null}
      <button type="button" aria-label={t('onsite.photo.drop', { name })} onClick={onDrop}>
        <Icon name="cross" size={20} />
      </button>
    </li>
  )
}

/** Photos taken on the spot, scaled and stamped at once; `onChange` hears of them inside the transaction that keeps them. */
export const PhotoField = ({
  label,
  place,
  ownerId,
  takenFor = ownerId,
  purpose = 'photo',
  ids,
  onAdd,
  onDrop,
  needed = false,
  optional = false,
  most = Number.POSITIVE_INFINITY,
}: {
  label: string
  /** Stamped on the picture beside the time and who took it. */
  place: string
  ownerId: string
  /** What is not to be sent while a picture is made ready, where that is not the owner. */
  takenFor?: string
  purpose?: FilePurpose
  ids: readonly string[]
  onAdd: (id: string) => Promise<unknown>
  onDrop: (id: string) => Promise<unknown>
  needed?: boolean
  /** Says so, as every other field that may stay empty. */
  optional?: boolean
  /** Beside the setting: what the route takes, less what else goes along. */
  most?: number
}) => {
  const { t } = useTexts()
  const { who, session, estate, rules } = useField()
  const input = useId()
  const [busy, setBusy] = useState(false)
  const files = useLive(() => db.files.bulkGet([...ids]), `photos ${ids.join()}`) ?? []
  const left = Math.min(rules.photosPerItem, most) - ids.length

  const take = async (chosen: FileList | null) => {
    setBusy(true)
    // one that cannot be opened does not take the others with it
    for (const picture of [...(chosen ?? [])].slice(0, left)) {
      try {
        const blob = await stampedPhoto(picture, rules.photoMaxPx, {
          time: absoluteText(nowMs(), estate.timeZone),
          inspector: session.staff.name,
          estate: estate.name,
          place,
        })
        await keepFile({ ...who, ownerId, blob, name: `${purpose}.jpg`, purpose }, onAdd)
      } catch (problem) {
        tellProblem(problem)
      }
    }
    setBusy(false)
  }

  return (
    <div className={styles.photos}>
      {files.length > 0 ? (
        <ul className={styles.pictures}>
          {files.map((file, at) =>
            file ? (
              <Picture
                key={file.id}
                file={file}
                name={t('onsite.photo.name', { label, at: at + 1 })}
                onDrop={() => void onDrop(file.id).then(() => dropFile(file.id))}
              />
            ) : null,
          )}
        </ul>
      ) : null}
      {left > 0 ? (
        <>
          <label htmlFor={input} className={`${styles.take} ${needed && ids.length === 0 ? styles.needed : ''}`}>
            <Icon name="camera" />
            {busy ? t('onsite.photo.busy') : ids.length > 0 ? t('onsite.photo.more') : label}
            {optional && !busy && ids.length === 0 ? (
              <span className={styles.optional}>{t('common.optional')}</span>
            ) : null}
          </label>
          <input
            id={input}
            className={styles.input}
            type="file"
            accept="image/*"
            capture="environment"
            multiple
            disabled={busy}
            onChange={(event) => {
              const { files: chosen } = event.target
              void whileTaking(takenFor, () => take(chosen)).then(() => {
                event.target.value = ''
              })
            }}
          />
        </>
      ) : null}
    </div>
  )
}
