import type { order } from '#contract/kinds/order.ts'
import { refuse } from '#contract/refusal.ts'
import { checkHappened, happenedAt } from '#modules/matters/index.ts'
import { aboveLimit, acceptanceSigned, mayQuote, spendingDecided } from './order.rules.ts'
import type { OrderMove, OrderMoves } from './order-move.ts'
import { quoteOf } from './quote.rules.ts'

type Price = 'setCharge' | 'quote' | 'approveSpending' | 'acceptPrice' | 'acceptPriceAtDesk' | 'refusePrice'
type Moves = OrderMoves<typeof order>
type Acceptance = Parameters<NonNullable<Moves['acceptPrice']['records']>>[0]['input']

// one act, done at the door or at the desk
const acceptPrice: OrderMove<Acceptance> = {
  guards: [
    ({ input }) => acceptanceSigned(input),
    ({ input, subject, now }) => checkHappened(input.acceptedAt, 'body.acceptedAt', subject.created_at, now),
    ({ input, subject, now }) =>
      checkHappened(input.signature?.signedAt, 'body.signature.signedAt', subject.created_at, now),
    ({ context }) => spendingDecided(context.quote, context.settings.get('desk.ownerSpendingLimitFen')),
  ],
  records: ({ input, now }) => ({
    acceptQuote: {
      at: happenedAt(input.acceptedAt, now),
      who: input.acceptedWho,
      capacity: input.capacity,
      how: input.acceptedHow,
    },
    ...(input.signature ? { signature: { about: 'price', fact: input.signature } } : {}),
  }),
  say: ({ input }) => input.acceptedWho,
  forCustomer: true,
}

/** FD-713: the price is told and accepted before the work; OS-012: our own spending has a limit. */
export const priceMoves: Pick<Moves, Price> = {
  setCharge: {
    set: ({ input }) => ({ charge: input.charge, charge_reason: input.reason }),
    // an offer to the customer does not outlive the decision that there is nothing to pay
    records: ({ input }) => (input.charge === 'paid' ? {} : { voidQuotes: true }),
    say: ({ input }) => input.reason,
  },
  quote: {
    guards: [({ input, subject }) => mayQuote(subject, input.chargeTo)],
    offered: (_who, o) => o.charge !== 'warranty',
    set: ({ input }) => (input.chargeTo === 'customer' ? { charge: 'paid' } : {}),
    records: ({ input, context }) => {
      const { items, totalFen } = quoteOf(input.items)
      const needsApproval = aboveLimit(input.chargeTo, totalFen, context.settings.get('desk.ownerSpendingLimitFen'))
      return {
        quote: {
          items,
          totalFen,
          chargeTo: input.chargeTo,
          needsApproval,
          ...(input.note ? { note: input.note } : {}),
        },
      }
    },
    tells: ({ input, context }) =>
      aboveLimit(input.chargeTo, quoteOf(input.items).totalFen, context.settings.get('desk.ownerSpendingLimitFen'))
        ? [{ to: 'csLead', template: 'order.spendingAsked' }]
        : [],
    say: ({ input }) => input.note,
  },
  approveSpending: {
    guards: [
      ({ context }) =>
        context.quote?.needs_approval && !context.quote.approved_at
          ? undefined
          : refuse('E_STATE_CHANGED', { details: { needsApproval: false } }),
    ],
    records: ({ input }) => ({ approveQuote: input.note ? { note: input.note } : {} }),
    tells: ({ subject }) => [
      { to: 'owner', template: 'order.spendingApproved' },
      ...(subject.executor_id ? [{ to: { staffId: subject.executor_id }, template: 'order.spendingApproved' }] : []),
    ],
    say: ({ input }) => input.note,
  },
  acceptPrice: {
    ...acceptPrice,
    guards: [
      // what we pay ourselves is not the executor's to accept
      ({ context }) =>
        context.quote?.charge_to === 'company'
          ? refuse('E_NOT_HANDLER', { details: { chargeTo: 'company' } })
          : undefined,
      ...(acceptPrice.guards ?? []),
    ],
  },
  acceptPriceAtDesk: acceptPrice,
  refusePrice: {
    records: ({ input }) => ({ refuseQuote: { reason: input.reason } }),
    tells: ({ input }) =>
      (['owner', 'handler', 'lineLead'] as const).map((to) => ({
        to,
        template: 'order.priceRefused',
        params: { reason: input.reason },
      })),
    say: ({ input }) => input.reason,
    forCustomer: true,
  },
}
