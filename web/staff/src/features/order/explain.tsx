import { Alert, Button } from 'antd'
import { z } from 'zod'
import { ORDER_FILE_PURPOSES, type OrderVerb } from '#contract/kinds/order.ts'
import type { OrderView } from '#contract/orders.ts'
import type { ApiError } from '#ui/api-error.ts'
import { useTexts } from '#ui/i18n.ts'

const Photos = z.object({ missing: z.array(z.enum(ORDER_FILE_PURPOSES)).min(1) })
const ENTRY_PARTS = [
  'ground',
  'consentBy',
  'badgeShown',
  'shoeCovers',
  'secondPerson',
  'approvedById',
  'witness',
] as const
const Entry = z.object({ missing: z.enum(ENTRY_PARTS) })
const Price = z.object({ quote: z.enum(['missing', 'waiting', 'refused']).optional(), needs: z.string().optional() })

const priceStep = ({ quote, needs }: z.infer<typeof Price>): OrderVerb => {
  if (needs) return 'approveSpending'
  return quote === 'waiting' ? 'acceptPrice' : 'quote'
}

/** A refusal of the server in the words of this order, with the way out of it where there is one. */
export const Refused = ({
  error,
  order,
  verb,
  onForm,
}: {
  error: ApiError
  order: OrderView
  verb: OrderVerb
  onForm: (verb: OrderVerb) => void
}) => {
  const { t } = useTexts()
  if (error.code === 'E_PHOTO_MISSING') {
    const read = Photos.safeParse(error.details)
    const names = read.success ? read.data.missing.map((purpose) => t(`choice.${purpose}`)).join(t('order.and')) : ''
    return <Alert type="error" showIcon title={t('order.photosMissing', { names })} />
  }
  if (error.code === 'E_ENTRY_MISSING') {
    const read = Entry.safeParse(error.details)
    return (
      <Alert
        type="error"
        showIcon
        title={
          read.success
            ? t('order.entryMissing', { what: t(`order.entryPart.${read.data.missing}`) })
            : t('order.entryNeeded')
        }
      />
    )
  }
  if (error.code === 'E_SIGNATURE_MISSING')
    return (
      <Alert
        type="error"
        showIcon
        title={t(verb === 'finish' ? 'order.signatureMissingFinish' : 'order.signatureMissing')}
      />
    )
  if (error.code === 'E_PRICE_NOT_ACCEPTED') {
    const read = Price.safeParse(error.details)
    const step = priceStep(read.success ? read.data : {})
    const offered = order.moves.some((move) => move.verb === step)
    return (
      <Alert
        type="error"
        showIcon
        title={t(`order.price.${step === 'acceptPrice' ? 'waiting' : step === 'quote' ? 'missing' : 'approval'}`)}
        action={
          offered ? (
            <Button size="small" onClick={() => onForm(step)}>
              {t(`verb.${step}`)}
            </Button>
          ) : null
        }
      />
    )
  }
  return null
}
