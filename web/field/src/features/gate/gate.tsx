import { useState } from 'react'
import { isGate } from '#contract/rules/goods.ts'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { go } from '../../app/route.ts'
import { ScanBox } from '../../scan/scan-box.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/fields.tsx'
import { Nothing, Page } from '../../ui/parts.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { tell } from '../../ui/tell.tsx'
import { checksOf } from './gate.rules.ts'
import { TodayChecks } from './today-checks.tsx'

/** The gate where somebody stands, scanned or chosen, what was checked there today, and the way to the next check. */
export const Gate = () => {
  const { t } = useTexts()
  const { pack, acts } = useField()
  const gates = pack.places.filter(isGate)
  // where one checked last, or the only one there is
  const last = checksOf(acts).at(-1)?.deed.body.placeId ?? (gates.length === 1 ? gates[0]?.id : undefined)
  const [picked, setPicked] = useState<string>()
  const chosen = picked ?? last
  const [scanning, setScanning] = useState(false)
  return (
    <Page
      title={t('onsite.gate')}
      back="/"
      actions={
        <>
          <Button icon="scan" onClick={() => setScanning(true)}>
            {t('onsite.scan')}
          </Button>
          {chosen ? (
            <Button kind="main" icon="goods" onClick={() => go(`/gate/${chosen}`)}>
              {t('onsite.gate.next')}
            </Button>
          ) : null}
        </>
      }
    >
      {gates.length === 0 ? <Nothing title={t('onsite.gate.none')} /> : null}
      <Choice
        label={t('onsite.gate.where')}
        value={chosen}
        options={gates.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setPicked}
      />
      {chosen ? <TodayChecks placeId={chosen} /> : null}
      {scanning ? (
        <Sheet title={t('onsite.scan')} onClose={() => setScanning(false)}>
          <ScanBox
            onFound={(place) => {
              setScanning(false)
              if (isGate(place)) go(`/gate/${place.id}/${place.labelToken}`)
              else tell(t('onsite.gate.noGate', { place: place.name }))
            }}
          />
        </Sheet>
      ) : null}
    </Page>
  )
}
