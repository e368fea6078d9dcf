import {
  AddResidence,
  addResidence,
  ChangeResidence,
  changeResidence,
  Ending,
  endResidence,
  RESIDENCE_ROLES,
  type ResidenceView,
} from '#contract/households.ts'
import type { ApiError } from '../api-error.ts'
import type { FieldSpec } from '../form/widget.ts'
import type { T } from '../i18n.ts'
import { useTexts } from '../i18n.ts'
import { useNotice } from '../notice.tsx'
import { useApiMutation } from '../query.ts'
import { useEstate } from '../session.tsx'
import { useToday } from './day.ts'
import './fields.ts'
import { type Explain, FormDialog } from './form-dialog.tsx'
import { LIVES } from './topics.ts'

const roleOptions = (t: T) => RESIDENCE_ROLES.map((value) => ({ value, label: t(`residence.${value}`) }))
const said = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const explainStay =
  (t: T): Explain =>
  ({ code, details }: ApiError) => {
    const known: Record<string, string> = {}
    if (code === 'E_PERIOD_OVERLAP' && ('from' in details || 'until' in details)) {
      const from = said(details.from) ?? t('people.unknownDay')
      known.fromDate = t('people.overlap', { from, until: said(details.until) ?? t('people.open') })
    }
    const ended = said(details.untilDate)
    if (code === 'E_STATE_CHANGED' && ended) known.untilDate = t('people.alreadyEnded', { until: ended })
    return known
  }

type AddProps = { onClose: () => void } & (
  | { unit: { id: string; display: string } }
  | { customer: { id: string; name: string } }
)

/** Somebody owns, rents or lives in a unit from a day on; one of both ends is given by the page. */
export const AddStay = ({ onClose, ...given }: AddProps) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const today = useToday()
  const add = useApiMutation(addResidence, { touches: LIVES })
  const picked: Record<string, FieldSpec> =
    'unit' in given
      ? {
          customerId: {
            label: t('people.who'),
            widget: 'customer',
            help: t('people.whoHelp'),
            autoFocus: true,
            span: 2,
          },
        }
      : { unitId: { label: t('units.unit'), widget: 'unit', autoFocus: true, span: 2 } }
  return (
    <FormDialog
      title={
        'unit' in given
          ? t('people.addTitle', { unit: given.unit.display })
          : t('people.addRoomTitle', { name: given.customer.name })
      }
      schema={AddResidence}
      initial={{
        fromDate: today,
        ...('unit' in given ? { unitId: given.unit.id } : { customerId: given.customer.id }),
      }}
      fields={{
        ...picked,
        role: { label: t('people.role'), options: roleOptions(t), widget: 'radio', span: 2 },
        fromDate: { label: t('people.from') },
        untilDate: { label: t('people.until'), help: t('people.untilHelp') },
        primaryContact: { label: t('people.contact'), help: t('people.contactHelp') },
      }}
      columns={2}
      explain={explainStay(t)}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        await add.mutateAsync({ params: { estateId }, body })
        notice.good(t('people.added'))
        onClose()
      }}
    />
  )
}

type StayProps = { stay: ResidenceView; who: string; onClose: () => void }

/** FD-011: a stay ends and is kept. */
export const EndStay = ({ stay, who, onClose }: StayProps) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const today = useToday()
  const end = useApiMutation(endResidence, { touches: LIVES })
  return (
    <FormDialog
      title={t('people.endTitle', { name: who })}
      schema={Ending}
      initial={{ untilDate: today }}
      fields={{
        untilDate: { label: t('people.lastDay') },
        reason: { label: t('people.reason'), autoFocus: true, rows: 2 },
      }}
      explain={explainStay(t)}
      submitLabel={t('people.end')}
      danger
      onClose={onClose}
      onSubmit={async (body) => {
        await end.mutateAsync({ params: { estateId, id: stay.id }, body })
        notice.good(t('people.ended'))
        onClose()
      }}
    />
  )
}

/** A dated amendment; what stood there before stays in the history. */
export const CorrectStay = ({ stay, who, onClose }: StayProps) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const change = useApiMutation(changeResidence, { touches: LIVES })
  return (
    <FormDialog
      title={t('people.correctTitle', { name: who })}
      schema={ChangeResidence}
      initial={{
        fromDate: stay.fromDate,
        untilDate: stay.untilDate,
        ...(stay.current ? { primaryContact: stay.primaryContact } : {}),
      }}
      fields={{
        fromDate: { label: t('people.from') },
        untilDate: { label: t('people.until'), help: t('people.untilHelp') },
        ...(stay.current
          ? { primaryContact: { label: t('people.contact'), help: t('people.contactHelp'), span: 2 } }
          : {}),
        reason: { label: t('people.reason'), rows: 2 },
      }}
      columns={2}
      explain={explainStay(t)}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (value) => {
        // An emptied day is told as null: the contract keeps what is not said.
        const { fromDate = null, untilDate = null, ...rest } = value
        const body = {
          ...rest,
          ...(fromDate === stay.fromDate ? {} : { fromDate }),
          ...(untilDate === stay.untilDate ? {} : { untilDate }),
        }
        await change.mutateAsync({ params: { estateId, id: stay.id }, body })
        notice.good(t('common.saved'))
        onClose()
      }}
    />
  )
}
