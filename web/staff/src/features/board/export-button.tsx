import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { exportMatters } from '#contract/matters.ts'
import type { SentQuery } from '#contract/route.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { useCan, useEstate } from '#ui/session.tsx'

/** The list as it is filtered now, as an Excel file; the server logs who took it. */
export const ExportButton = ({ query }: { query: Omit<NonNullable<SentQuery<typeof exportMatters>>, 'lang'> }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  if (!can('matter.export')) return null
  return (
    <Button
      icon={<DownloadOutlined />}
      href={addressOf(exportMatters, { params: { estateId }, query: { ...query, lang } })}
    >
      {t('common.export')}
    </Button>
  )
}
