import { FileOutlined } from '@ant-design/icons'
import type { Picture } from '#contract/files.ts'
import { fileAddress, thumbnailAddress } from '../file/estate-files.ts'
import { useTexts } from '../i18n.ts'
import { useEstate } from '../session.tsx'
import styles from './inspection.module.css'

const isSound = ({ mime }: Picture) => mime.startsWith('audio/')

/** What was spoken on the spot, to be played where it stands. */
const Sounds = ({ of, about }: { of: readonly Picture[]; about: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  return of.map((file, i) => {
    const label = t('inspection.voice', { n: i + 1 })
    return (
      <span key={file.id} className={styles.sound}>
        <span className="w-small w-quiet">{label}</span>
        {/* biome-ignore lint/a11y/useMediaCaption: a spoken note has no captions */}
        <audio controls preload="none" src={fileAddress(estateId, file.id)} aria-label={`${about} ${label}`.trim()} />
      </span>
    )
  })
}

/** Small pictures, each opens the whole one; spoken notes behind them. */
export const Photos = ({ of, about = '' }: { of: readonly Picture[]; about?: string }) => {
  const { id: estateId } = useEstate()
  return (
    <span className={styles.thumbs}>
      {of
        .filter((file) => !isSound(file))
        .map((file) => (
          <a
            key={file.id}
            className={styles.thumb}
            href={fileAddress(estateId, file.id)}
            target="_blank"
            rel="noreferrer"
            title={file.name}
          >
            {file.thumbnail ? (
              <img src={thumbnailAddress(estateId, file.id)} alt={file.name} loading="lazy" />
            ) : (
              <FileOutlined aria-label={file.name} />
            )}
          </a>
        ))}
      <Sounds of={of.filter(isSound)} about={about} />
    </span>
  )
}
