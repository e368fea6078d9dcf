import { Button, Tag } from 'antd'
import type { StandardItem } from '#contract/standards.ts'
import { useTexts } from '#ui/i18n.ts'
import { sayField } from './say-field.ts'
import styles from './standards.module.css'
import type { Changed } from './typed-work.ts'

/** What the estate says of an item that the company has switched off: it rests until the company switches it on again. */
export const RestingRow = ({
  item,
  off,
  changed = {},
  wrong,
  onRemove,
}: {
  item: StandardItem
  off: string | undefined
  changed: Changed | undefined
  wrong: string | undefined
  onRemove: (() => void) | undefined
}) => {
  const { t, lang } = useTexts()
  const fields = (['threshold', 'frequency', 'severity'] as const).filter((field) => changed[field] !== undefined)
  return (
    <li className={styles.row}>
      <span className="w-figures">{item.id}</span>
      <span className={`${styles.wrap} ${styles.off}`}>{item[lang]}</span>
      <span className={styles.set}>
        <span>
          <Tag>{t('standards.restsInCompany')}</Tag>
        </span>
        {off === undefined ? null : (
          <span className={styles.wrap}>
            {t('standardColumn.reasonOff')}: {off}
          </span>
        )}
        {fields.map((field) => (
          <span key={field} className={styles.wrap}>
            {t(`standardColumn.${field}`)}: {sayField(t, field, changed[field])}
          </span>
        ))}
        {wrong ? <span className={styles.wrong}>{wrong}</span> : null}
        {onRemove ? (
          <span>
            <Button size="small" aria-label={t('standards.removeOf', { id: item.id })} onClick={onRemove}>
              {t('standards.remove')}
            </Button>
          </span>
        ) : null}
      </span>
    </li>
  )
}
