import { z } from 'zod'
import { type OrderVerb, order as shape } from '#contract/kinds/order.ts'
import { getOrder, type OrderView } from '#contract/orders.ts'
import { usePageId } from '#ui/links.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { OrderFlags, OrderStateTag } from '#ui/order/order-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { Acts } from './acts.tsx'
import { Facts, Visit, Words } from './facts.tsx'
import { Materials } from './materials.tsx'
import styles from './order.module.css'
import { OrderForm } from './order-form.tsx'
import { Photos } from './photos.tsx'
import { Quotes } from './quotes.tsx'
import { Entries, Signatures } from './records.tsx'

/** The form that is open stands in the address: a reload in the middle of it loses nothing. */
const Open = z.object({ do: z.string().optional() })
const isVerb = (name: string): name is OrderVerb => Object.hasOwn(shape.verbs, name)

const Order = ({ order }: { order: OrderView }) => {
  const { filters, setFilters } = useUrlFilters(Open)
  const form = (verb: OrderVerb | undefined) => setFilters({ do: verb })
  const offers = (verb: OrderVerb) => order.moves.some((move) => move.verb === verb)
  const wanted = filters.do
  const open = wanted && isVerb(wanted) && offers(wanted) ? wanted : undefined
  return (
    <>
      <PageHeader
        title={order.title ?? order.number}
        tabTitle={`${order.number} ${order.title ?? ''}`}
        tags={
          <>
            <OrderStateTag state={order.state} />
            <OrderFlags order={order} />
          </>
        }
        hint={<span className="w-figures">{order.number}</span>}
      />
      <div className={styles.page}>
        <div className={styles.story}>
          <Visit order={order} />
          <Words order={order} />
          <Quotes order={order} />
          <Photos order={order} onAdd={offers('attachFiles') ? () => form('attachFiles') : undefined} />
          <Materials order={order} onAdd={offers('addMaterials') ? () => form('addMaterials') : undefined} />
        </div>
        <aside className={styles.side}>
          <Acts order={order} onForm={form} />
          <Facts order={order} />
          <Entries order={order} />
          <Signatures order={order} />
        </aside>
      </div>
      {open ? <OrderForm order={order} verb={open} onForm={form} /> : null}
    </>
  )
}

/** One order, to be worked with one hand on a phone. */
export const Page = () => {
  const { id: estateId } = useEstate()
  const id = usePageId()
  const query = useApiQuery(getOrder, { params: { estateId, id } }, { topics: ['orders', 'matters'] })
  return <QueryView query={query}>{(order) => <Order key={order.id} order={order} />}</QueryView>
}
