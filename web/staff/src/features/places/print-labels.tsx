import { PrinterOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { countLabels, printLabels } from '#contract/places.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

/** The labels of the places that are listed now; more than one sheet holds are printed sheet by sheet, none is left out. */
export const PrintLabels = ({ query }: { query: Record<string, string | undefined> }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const count = useApiQuery(countLabels, { params: { estateId }, query })
  const { labels, most } = count.data ?? { labels: 0, most: 1 }
  const sheet = (part?: number) =>
    addressOf(printLabels, { params: { estateId }, query: { ...query, part: part?.toString(), lang } })
  const icon = <PrinterOutlined aria-hidden />
  if (labels <= most)
    return (
      <Button icon={icon} href={sheet()} target="_blank" disabled={labels === 0}>
        {t('places.print')}
      </Button>
    )
  const items = Array.from({ length: Math.ceil(labels / most) }, (_, i) => ({
    key: `${i}`,
    label: (
      <a href={sheet(i + 1)} target="_blank" rel="noreferrer">
        {t('places.printPart', { from: i * most + 1, to: Math.min(labels, (i + 1) * most) })}
      </a>
    ),
  }))
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button icon={icon}>{t('places.printMany', { count: labels })}</Button>
    </Dropdown>
  )
}
