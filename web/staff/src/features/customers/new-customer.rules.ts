import { z } from 'zod'
import { CreateCustomer } from '#contract/customers.ts'
import { RESIDENCE_ROLES } from '#contract/households.ts'
import { LocalDate, text, Uuid } from '#contract/values.ts'

/** What is asked at the desk when somebody is entered: one phone, one room, one emergency contact; more on their card. */
export const NewCustomer = z.object({
  ...CreateCustomer.pick({
    kind: true,
    name: true,
    idNumber: true,
    gender: true,
    birthDate: true,
    language: true,
    important: true,
    noCallback: true,
    quietHours: true,
    preferences: true,
    remarks: true,
  }).shape,
  phone: text(40).optional(),
  phoneLabel: text(20).optional(),
  unitId: Uuid.optional(),
  role: z.enum(RESIDENCE_ROLES).optional(),
  fromDate: LocalDate.optional(),
  emergencyName: text(60).optional(),
  emergencyRelation: text(20).optional(),
  emergencyPhone: text(40).optional(),
})
export type NewCustomer = z.output<typeof NewCustomer>

/** Names of the contract → names of the form, for what the server refuses. */
export const FORM_NAMES: Readonly<Record<string, string>> = {
  'phones.0.phone': 'phone',
  'phones.0.label': 'phoneLabel',
  'residences.0.unitId': 'unitId',
  'residences.0.role': 'role',
  'residences.0.fromDate': 'fromDate',
  'emergencyContacts.0.name': 'emergencyName',
  'emergencyContacts.0.relation': 'emergencyRelation',
  'emergencyContacts.0.phone': 'emergencyPhone',
}

/** Fields that make sense only together: the one that is missing. */
export const missingOf = (said: NewCustomer): 'role' | 'unitId' | 'emergencyName' | 'emergencyPhone' | undefined => {
  if (said.unitId !== undefined && said.role === undefined) return 'role'
  if (said.role !== undefined && said.unitId === undefined) return 'unitId'
  const emergency = said.emergencyName ?? said.emergencyPhone ?? said.emergencyRelation
  if (emergency === undefined) return undefined
  if (said.emergencyName === undefined) return 'emergencyName'
  return said.emergencyPhone === undefined ? 'emergencyPhone' : undefined
}

export const toContract = (said: NewCustomer): z.input<typeof CreateCustomer> => {
  const { phone, phoneLabel, unitId, role, fromDate, emergencyName, emergencyRelation, emergencyPhone, ...plain } = said
  return {
    ...plain,
    phones:
      phone === undefined
        ? []
        : [{ phone, preferred: true, ...(phoneLabel === undefined ? {} : { label: phoneLabel }) }],
    residences:
      unitId === undefined || role === undefined
        ? []
        : [{ unitId, role, ...(fromDate === undefined ? {} : { fromDate }) }],
    emergencyContacts:
      emergencyName === undefined || emergencyPhone === undefined
        ? []
        : [
            {
              name: emergencyName,
              phone: emergencyPhone,
              ...(emergencyRelation === undefined ? {} : { relation: emergencyRelation }),
            },
          ],
  }
}
