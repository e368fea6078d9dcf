import { z } from 'zod'
import type { T } from '../i18n.ts'
import { EstateLink } from '../links.tsx'
import type { Explain } from './form-dialog.tsx'
import { troubleText } from './trouble.ts'

const Holder = z.object({ customerId: z.string(), name: z.string() })
const PAPERS = ['idNumber', 'representativeId']

/** What would be right where the server refused a paper or a phone number. */
export const explainCustomer =
  (t: T, phones: readonly string[] = []): Explain =>
  (error) => {
    const { field } = error
    if (field === undefined) return {}
    const holder = Holder.safeParse(error.details)
    if (error.code === 'E_DUPLICATE' && field === 'idNumber' && holder.success) {
      return {
        idNumber: (
          <EstateLink to={`customers/${holder.data.customerId}`}>
            {t('customer.idTaken', { name: holder.data.name })}
          </EstateLink>
        ),
      }
    }
    if (PAPERS.includes(field)) return { [field]: troubleText(t, error) ?? t('customer.idNumberHelp') }
    return phones.includes(field) ? { [field]: troubleText(t, error) ?? t('phones.numberHelp') } : {}
  }
