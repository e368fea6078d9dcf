import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { z } from 'zod'
import { exportOf } from '#contract/export-list.ts'
import type { RouteShape } from '#contract/route.ts'
import { addressOf, type Parts } from '../api.ts'
import { useTexts } from '../i18n.ts'

/** A list as it is filtered now, as an Excel file; the server logs who took it. */
export const ExportLink = ({
  list,
  params,
  query,
}: {
  list: RouteShape & { query: z.ZodObject }
  params: Parts['params']
  query: Record<string, unknown>
}) => {
  const { t, lang } = useTexts()
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      href={addressOf(exportOf(list), { params, query: { ...query, lang } })}
    >
      {t('common.export')}
    </Button>
  )
}
