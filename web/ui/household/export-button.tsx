import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import type { RouteShape } from '#contract/route.ts'
import { text } from '#contract/values.ts'
import { addressOf } from '../api.ts'
import { useTexts } from '../i18n.ts'
import { useCan, useEstate } from '../session.tsx'
import { FormDialog } from './form-dialog.tsx'
import { needed } from './needed.ts'

const LONGEST = 200
const How = z
  .object({ data: z.enum(['masked', 'full']), purpose: text(LONGEST).optional() })
  .superRefine((said, ctx) => {
    if (said.data === 'full' && said.purpose === undefined) needed(ctx, 'purpose')
  })

/** The list as it is filtered now, as an Excel file; personal data in full only with the right and a purpose (FD-015). */
export const HouseholdExport = ({ route, query }: { route: RouteShape; query: Record<string, unknown> }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('common.export')}
      </Button>
      {open ? (
        <FormDialog
          title={t('export.title')}
          intro={t('export.what')}
          schema={How}
          initial={{ data: 'masked' }}
          fields={{
            ...(can('customer.export')
              ? {
                  data: {
                    label: t('export.how'),
                    options: (['masked', 'full'] as const).map((value) => ({ value, label: t(`export.${value}`) })),
                  },
                }
              : {}),
            purpose: { label: t('export.purpose'), when: ({ data }) => data === 'full' },
          }}
          submitLabel={t('export.download')}
          onClose={() => setOpen(false)}
          onSubmit={async ({ data, purpose }) => {
            const said = data === 'full' ? { purpose } : {}
            window.location.assign(addressOf(route, { params: { estateId }, query: { ...query, lang, ...said } }))
            setOpen(false)
          }}
        />
      ) : null}
    </>
  )
}
