import { Alert, Button } from 'antd'
import type { StandardItem } from '#contract/standards.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './standards.module.css'

/** Limits that the estate has not set, each leading to its touchpoint. */
export const UnsetLimits = ({
  unset,
  onChoose,
}: {
  unset: readonly StandardItem[]
  onChoose?: (touchpoint: StandardItem['touchpoint']) => void
}) => {
  const { t, lang } = useTexts()
  if (unset.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('standards.unset', { count: unset.length })}
      description={
        <ul className={styles.fields}>
          {unset.map((item) => (
            <li key={item.id} className={styles.wrap}>
              {onChoose ? (
                <Button size="small" onClick={() => onChoose(item.touchpoint)}>
                  {item.id}
                </Button>
              ) : (
                item.id
              )}{' '}
              {item[lang]}
            </li>
          ))}
        </ul>
      }
    />
  )
}
