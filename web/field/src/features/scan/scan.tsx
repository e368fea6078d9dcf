import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { go } from '../../app/route.ts'
import { ScanBox } from '../../scan/scan-box.tsx'
import { Page } from '../../ui/parts.tsx'

/** The scanner: a label opens its place, in the round that is under way when it belongs to one. */
export const Scan = () => {
  const { t } = useTexts()
  const { estate } = useField()
  return (
    <Page title={t('onsite.scan')} back="/">
      <ScanBox
        onFound={({ labelToken }) =>
          go(`/p/${encodeURIComponent(estate.code)}/${encodeURIComponent(labelToken)}`, { replace: true })
        }
      />
    </Page>
  )
}
