import { Alert, Button } from 'antd'
import { useTexts } from '../i18n.ts'

type EmptyMonthProps = { month: string; looks: number; latest: string | null; onShow: (month: string) => void }

/** Nobody has looked in this month, as on its first days: said plainly, with the last month that has something to show. */
export const EmptyMonth = ({ month, looks, latest, onShow }: EmptyMonthProps) => {
  const { t } = useTexts()
  if (looks > 0) return null
  return (
    <Alert
      type="info"
      showIcon
      message={latest === null ? t('experience.neverLooked') : t('experience.emptyMonth', { month })}
      action={
        latest === null ? null : (
          <Button size="small" onClick={() => onShow(latest)}>
            {t('experience.latest', { month: latest })}
          </Button>
        )
      }
    />
  )
}
