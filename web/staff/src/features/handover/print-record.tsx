import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { getHandoverForm } from '#contract/handover.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { yuanText } from '#ui/money.tsx'
import { PrintSheet } from '#ui/print/print-sheet.tsx'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

/** FD-700: the shift handover record on paper. */
export const PrintRecord = ({ id }: { id: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const [printing, setPrinting] = useState(false)
  const form = useApiQuery(getHandoverForm, printing ? { params: { estateId, id } } : null, { topics: ['handover'] })
  const { data } = form
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden />} loading={printing && !data} onClick={() => setPrinting(true)}>
        {t('inventory.print')}
      </Button>
      {printing && data ? (
        <PrintSheet title={data.number} onDone={() => setPrinting(false)}>
          <h1>
            {data.centre} {t('handover.recordTitle')} {data.number}
          </h1>
          <p>
            {data.estate} · {data.post} {data.shift ?? ''} · {data.date}
          </p>
          <table>
            <thead>
              <tr>
                <th>{t('handover.group')}</th>
                <th>#</th>
                <th>{t('handover.content')}</th>
                <th>{t('handover.count')}</th>
                <th>{t('handover.amount')}</th>
                <th>{t('handover.confirmation')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={`${row.group} ${row.no}`}>
                  <td>{row.no === 1 ? t(`handoverGroup.${row.group}`) : ''}</td>
                  <td>{row.no}</td>
                  <td>
                    {row.number ?? ''} {row.text || t('handover.none')}
                    {row.mark && row.mark !== 'listed' ? ` (${t(`handoverMark.${row.mark}`)})` : ''}
                  </td>
                  <td>{row.count ?? ''}</td>
                  <td>{row.amountFen === null ? '' : yuanText(row.amountFen)}</td>
                  <td>
                    {row.no !== 1 || row.agrees === null
                      ? ''
                      : row.agrees
                        ? t('handover.agrees')
                        : `${t('handover.differs')} ${row.difference ?? ''}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            {t('handover.givenBy')} {data.givenBy} <Instant at={data.openedAt} show="absolute" /> ·{' '}
            {t('handover.takenByLabel')} {data.takenBy ?? ''}{' '}
            {data.acceptedAt ? <Instant at={data.acceptedAt} show="absolute" /> : null}
          </p>
        </PrintSheet>
      ) : null}
    </>
  )
}
