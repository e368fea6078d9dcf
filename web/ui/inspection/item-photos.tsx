import { fileAddress, thumbnailAddress } from '../file/estate-files.ts'
import { useTexts } from '../i18n.ts'
import { useEstate } from '../session.tsx'
import styles from './inspection.module.css'

/** The photos of an item, small; a click opens one whole. */
export const ItemPhotos = ({ item, fileIds }: { item: string; fileIds: readonly string[] }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  if (fileIds.length === 0) return null
  return (
    <span className={styles.photos}>
      {fileIds.map((id, i) => (
        <a key={id} href={fileAddress(estateId, id)} target="_blank" rel="noreferrer">
          <img
            className={styles.photo}
            src={thumbnailAddress(estateId, id)}
            alt={t('looks.photo', { item, n: i + 1 })}
            loading="lazy"
          />
        </a>
      ))}
    </span>
  )
}
