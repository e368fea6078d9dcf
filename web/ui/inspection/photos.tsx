import { FileOutlined } from '@ant-design/icons'
import { fileAddress, thumbnailAddress } from '../file/estate-files.ts'
import { useEstate } from '../session.tsx'
import styles from './inspection.module.css'

type Picture = { id: string; name: string; thumbnail: boolean }

/** Small pictures, each opens the whole one. */
export const Photos = ({ of }: { of: readonly Picture[] }) => {
  const { id: estateId } = useEstate()
  return (
    <span className={styles.thumbs}>
      {of.map((file) => (
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
    </span>
  )
}
