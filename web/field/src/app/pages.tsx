import { useTexts } from '#ui/i18n.ts'
import { FindingPage } from '../features/finding/finding-page.tsx'
import { Gate } from '../features/gate/gate.tsx'
import { GateCheck } from '../features/gate/gate-check.tsx'
import { Me } from '../features/me/me.tsx'
import { OrderPage } from '../features/order/order-page.tsx'
import { Orders } from '../features/order/orders.tsx'
import { LabelPage } from '../features/place/label-page.tsx'
import { PlacePage } from '../features/place/place-page.tsx'
import { Queue } from '../features/queue/queue.tsx'
import { Report } from '../features/report/report.tsx'
import { RoundPage } from '../features/round/round-page.tsx'
import { Scan } from '../features/scan/scan.tsx'
import { Places } from '../features/today/places.tsx'
import { Today } from '../features/today/today.tsx'
import type { Act } from '../queue/act.rules.ts'
import { Nothing, Page } from '../ui/parts.tsx'
import { useField } from './field-context.ts'
import { matched } from './route.ts'

/** Every address of the app. They come in one piece: a part that is fetched later would be missing in the basement. */
export const Pages = ({
  path,
  allActs,
  onSignedOut,
}: {
  path: string
  allActs: readonly Act[]
  onSignedOut: () => void
}) => {
  const { t } = useTexts()
  const { estate } = useField()
  const is = (pattern: string) => matched(pattern, path)
  if (path === '/') return estate.permissions.includes('inspection.do') ? <Today /> : <Orders />
  if (path === '/orders') return <Orders />
  if (path === '/report') return <Report />
  if (path === '/queue') return <Queue acts={allActs} />
  if (path === '/me') return <Me allActs={allActs} onSignedOut={onSignedOut} />
  if (path === '/places') return <Places />
  if (path === '/gate') return <Gate />
  if (path === '/scan') return <Scan />
  const label = is('/p/:code/:token')
  if (label) return <LabelPage code={label.code ?? ''} token={label.token ?? ''} />
  const round = is('/rounds/:id')
  if (round) return <RoundPage id={round.id ?? ''} />
  const stop = is('/rounds/:id/places/:placeId')
  if (stop) return <PlacePage key={path} roundId={stop.id ?? ''} placeId={stop.placeId ?? ''} />
  const spot = is('/places/:placeId/look')
  if (spot) return <PlacePage key={path} roundId={null} placeId={spot.placeId ?? ''} />
  const check = is('/gate/:placeId') ?? is('/gate/:placeId/:token')
  if (check) return <GateCheck placeId={check.placeId ?? ''} labelToken={check.token} />
  const order = is('/orders/:id')
  if (order) return <OrderPage key={path} id={order.id ?? ''} />
  const finding = is('/findings/:id')
  if (finding) return <FindingPage key={path} id={finding.id ?? ''} />
  return (
    <Page title={t('state.notFound')} back="/">
      <Nothing title={t('state.notFound')} hint={t('state.notFoundHint')} />
    </Page>
  )
}
