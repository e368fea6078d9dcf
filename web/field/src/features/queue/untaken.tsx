import { useTexts } from '#ui/i18n.ts'
import { useBlobUrl } from '../../photo/use-blob-url.ts'
import type { KeptFile } from '../../store/database.ts'
import styles from './queue.module.css'

export const kindOf = (file: KeptFile | undefined): 'voice' | 'signature' | 'photo' => {
  if (file?.purpose === 'audio') return 'voice'
  return file?.purpose === 'signature' ? 'signature' : 'photo'
}

/** The file that the server cannot take, to look at or to listen to before one decides. */
export const Untaken = ({ file }: { file: KeptFile }) => {
  const { t } = useTexts()
  const url = useBlobUrl(file.blob)
  const kind = kindOf(file)
  const name = t(`onsite.file.${kind}`)
  if (!url) return null
  // biome-ignore lint/a11y/useMediaCaption: a spoken note has no captions
  if (kind === 'voice') return <audio controls src={url} aria-label={name} />
  return <img className={styles.untaken} src={url} alt={name} />
}
