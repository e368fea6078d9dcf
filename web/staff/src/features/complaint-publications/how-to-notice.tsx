import { ExportOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { getHowToComplain } from '#contract/complaint-how-to.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { useApiQuery } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import styles from './publications.module.css'

/** CP-032: the page that residents read. */
export const HowToLink = () => {
  const { t } = useTexts()
  const { id } = useEstate()
  return (
    <Button icon={<ExportOutlined aria-hidden />} href={`/public/${id}/how-to-complain`} target="_blank">
      {t('howTo.page')}
    </Button>
  )
}

/** CP-032: which of the five the centre still owes its residents. */
export const HowToNotice = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const { data } = useApiQuery(getHowToComplain, { params: { estateId } }, { topics: ['complaints', 'settings'] })
  if (!data || data.complete) return null
  const items = data.missing.map((item) => t(`howTo.${item}`)).join(' · ')
  return (
    <Alert
      className={styles.alert ?? ''}
      type="warning"
      showIcon
      title={t('howTo.incomplete', { items })}
      action={
        can('settings.edit') ? (
          <Button size="small" onClick={() => go('settings')}>
            {t('howTo.toSettings')}
          </Button>
        ) : undefined
      }
    />
  )
}
