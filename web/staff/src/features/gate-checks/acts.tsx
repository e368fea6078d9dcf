import { correctGateCheck, type GateCheckDetail, voidGateCheck } from '#contract/goods.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import './goods-widget.tsx'

type Props = { check: GateCheckDetail; onClose: () => void }
/** Lists and single checks, and what the desk sees of the matters that came of them. */
const TOUCHES = ['goods', 'matters'] as const

const TYPED = ['slipNumber', 'unitSaid', 'carrierName', 'difference'] as const

/** What is not filled in again stays: telephone and plate are masked here. */
export const CorrectForm = ({ check, onClose }: Props) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const correct = useApiMutation(correctGateCheck, { touches: TOUCHES })
  const { id, version, slipNumber, unitSaid, carrierName, difference, lines, result } = check
  return (
    <FormDialog
      title={t('gate.correctTitle')}
      intro={t('gate.correctHint')}
      schema={correctGateCheck.body}
      columns={2}
      initial={{
        version,
        slipNumber: slipNumber ?? '',
        unitSaid: unitSaid ?? '',
        carrierName: carrierName ?? '',
        difference: difference ?? '',
        lines: lines.map(({ remark, ...line }) => ({ ...line, ...(remark ? { remark } : {}) })),
      }}
      fields={{
        slipNumber: { label: t('gate.slip') },
        unitSaid: { label: t('gate.unit') },
        lines: { label: t('gate.goods'), widget: 'goods', span: 2 },
        ...(result === 'differs' ? { difference: { label: t('gate.difference'), rows: 2 } } : {}),
        carrierName: { label: t('gate.carrier') },
        carrierPhone: { label: t('gate.phone') },
        plate: { label: t('gate.plate') },
        reason: { label: t('gate.reason'), rows: 2 },
      }}
      submitLabel={t('gate.correct')}
      onClose={onClose}
      onSubmit={async (body) => {
        // an empty field is left out by the form, which means: as it was
        const emptied = TYPED.filter((name) => check[name] && body[name] === undefined)
        const whole = { ...body, ...Object.fromEntries(emptied.map((name) => [name, ''])) }
        await correct.mutateAsync({ params: { estateId, id }, body: whole })
        notice.good(t('gate.correctDone'))
        onClose()
      }}
    />
  )
}

export const VoidForm = ({ check: { id, version }, onClose }: Props) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const revoke = useApiMutation(voidGateCheck, { touches: TOUCHES })
  return (
    <FormDialog
      title={t('gate.voidTitle')}
      intro={t('gate.voidHint')}
      schema={voidGateCheck.body}
      initial={{ version }}
      fields={{ reason: { label: t('gate.reason'), rows: 3, autoFocus: true } }}
      submitLabel={t('gate.void')}
      danger
      onClose={onClose}
      onSubmit={async (body) => {
        await revoke.mutateAsync({ params: { estateId, id }, body })
        notice.good(t('gate.voidDone'))
        onClose()
      }}
    />
  )
}
