import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { StandardItem } from '#contract/standards.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './standards.module.css'

/** Limits that nobody has set, each leading to where it is set. */
export const UnsetLimits = ({
  unset,
  of = 'estate',
  onChoose,
  action,
}: {
  unset: readonly StandardItem[]
  /** The company leaves them to its estates. */
  of?: 'estate' | 'company'
  onChoose?: ((item: StandardItem) => void) | undefined
  /** Where none of them can be set yet: what makes it so. */
  action?: ReactNode
}) => {
  const { t, lang } = useTexts()
  if (unset.length === 0) return null
  return (
    <Alert
      className={styles.unset ?? ''}
      type="warning"
      showIcon
      title={t(of === 'company' ? 'standards.unsetInCompany' : 'standards.unset', { count: unset.length })}
      description={
        <>
          <ul className={styles.fields}>
            {unset.map((item) => (
              <li key={item.id} className={styles.wrap}>
                {onChoose ? (
                  <Button size="small" onClick={() => onChoose(item)}>
                    {item.id}
                  </Button>
                ) : (
                  item.id
                )}{' '}
                {item[lang]}
              </li>
            ))}
          </ul>
          {action ? <div className={styles.action}>{action}</div> : null}
        </>
      }
    />
  )
}
