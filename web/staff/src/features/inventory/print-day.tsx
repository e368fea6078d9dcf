import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { InventoryDay, InventoryItem } from '#contract/inventory.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { PrintSheet } from '#ui/print/print-sheet.tsx'
import { useEstate } from '#ui/session.tsx'

/** The list of the day on paper, as it is shown; only when all of it is here. */
export const PrintDay = ({
  day,
  items,
  complete,
}: {
  day: InventoryDay
  items: readonly InventoryItem[]
  complete: boolean
}) => {
  const { t } = useTexts()
  const estate = useEstate()
  const [printing, setPrinting] = useState(false)
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden />} disabled={!complete} onClick={() => setPrinting(true)}>
        {t('inventory.print')}
      </Button>
      {printing ? (
        <PrintSheet title={`${t('nav.inventory')} ${day.date}`} onDone={() => setPrinting(false)}>
          <h1>
            {estate.name} {t('nav.inventory')} {day.date}
          </h1>
          <table>
            <thead>
              <tr>
                <th>{t('matter.number')}</th>
                <th>{t('field.title')}</th>
                <th>{t('matter.state')}</th>
                <th>{t('inventory.ageTitle')}</th>
                <th>{t('matter.owner')}</th>
                <th>{t('inventory.note')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.matterId}>
                  <td>{item.number}</td>
                  <td>{item.title}</td>
                  <td>{wordFor(t, `state.${item.kind}.${item.state}`, item.state)}</td>
                  <td>{item.ageDays}</td>
                  <td>
                    {item.owner.name}
                    {item.handler && item.handler.id !== item.owner.id ? ` → ${item.handler.name}` : ''}
                  </td>
                  <td>{item.note ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            {day.signed ? (
              <>
                {t('inventory.signedBy')} {day.signed.by.name} <Instant at={day.signed.at} show="absolute" />
              </>
            ) : (
              t('inventory.unsignedTag')
            )}
          </p>
        </PrintSheet>
      ) : null}
    </>
  )
}
