import { FileOutlined } from '@ant-design/icons'
import type { MatterView } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { useEstate } from '#ui/session.tsx'
import styles from './matter-page.module.css'

export const Files = ({ matter }: { matter: MatterView }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  if (matter.files.length === 0) return null
  const address = (id: string, part: 'content' | 'thumbnail') => `/api/v1/estates/${estateId}/files/${id}/${part}`
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('matter.files')}</h2>
      <div className={styles.thumbs}>
        {matter.files.map((file) => (
          <a
            key={file.id}
            className={styles.thumb}
            href={address(file.id, 'content')}
            target="_blank"
            rel="noreferrer"
            title={file.name}
          >
            {file.thumbnail ? (
              <img src={address(file.id, 'thumbnail')} alt={file.name} loading="lazy" />
            ) : (
              <FileOutlined aria-label={file.name} />
            )}
          </a>
        ))}
      </div>
    </section>
  )
}
