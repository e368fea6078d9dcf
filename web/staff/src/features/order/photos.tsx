import { FileOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { ORDER_FILE_PURPOSES } from '#contract/kinds/order.ts'
import type { OrderView } from '#contract/orders.ts'
import { fileAddress, thumbnailAddress } from '#ui/file/estate-files.ts'
import { useTexts } from '#ui/i18n.ts'
import { useEstate } from '#ui/session.tsx'
import styles from './order.module.css'

/** Photos by what they show; signatures stand with who signed. */
export const Photos = ({ order, onAdd }: { order: OrderView; onAdd: (() => void) | undefined }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const groups = ORDER_FILE_PURPOSES.filter((purpose) => purpose !== 'signature')
    .map((purpose) => ({ purpose, files: order.files.filter((file) => file.purpose === purpose) }))
    .filter(({ files }) => files.length > 0)
  if (groups.length === 0 && !onAdd) return null
  return (
    <section className={`w-card ${styles.block}`}>
      <div className={styles.row}>
        <h2>{t('field.files')}</h2>
        {onAdd ? (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
            {t('verb.attachFiles')}
          </Button>
        ) : null}
      </div>
      {groups.length === 0 ? <p className="w-quiet">{t('order.noPhotos')}</p> : null}
      {groups.map(({ purpose, files }) => (
        <div key={purpose} className={styles.photoGroup}>
          <h3 className="w-quiet w-small">{t(`choice.${purpose}`)}</h3>
          <div className={styles.thumbs}>
            {files.map((file, at) => (
              <a
                key={file.id}
                className={styles.thumb}
                href={fileAddress(estateId, file.id)}
                target="_blank"
                rel="noreferrer"
                aria-label={t('order.photoOf', { purpose: t(`choice.${purpose}`), at: at + 1 })}
              >
                {file.mime.startsWith('image/') ? (
                  <img src={thumbnailAddress(estateId, file.id)} alt="" loading="lazy" />
                ) : (
                  <FileOutlined aria-hidden />
                )}
              </a>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}
