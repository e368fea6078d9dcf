import { VIOLATION_TYPES } from '#contract/kinds/violation.ts'
import type { MatterView } from '#contract/matters.ts'
import { reportViolation } from '#contract/violations.ts'
import { SchemaForm } from '../form/schema-form.tsx'
import { useTexts } from '../i18n.ts'
import { useGo } from '../links.tsx'
import { Sheet } from '../moves/sheet.tsx'
import { useNotice } from '../notice.tsx'
import { useApiMutation } from '../query.ts'
import { useCan, useEstate } from '../session.tsx'
import styles from './violation.module.css'

export type Because = Pick<
  MatterView,
  'id' | 'channel' | 'staffSaw' | 'customerSaid' | 'place' | 'unit' | 'owner' | 'receivedAt'
>
/** What is known of it already. What a colleague saw on site was found by them; what a customer said they were told. */
const knownOf = ({ channel, staffSaw, customerSaid, place, unit, owner, receivedAt }: Because) => {
  const onSite = channel === 'inspection'
  const words = staffSaw ?? (onSite ? customerSaid : null)
  return {
    ...(unit ? { unitId: unit.id } : {}),
    ...(place ? { place } : {}),
    ...(words ? { words: words.slice(0, 2000) } : {}),
    ...(onSite ? { foundById: owner.id, foundAt: receivedAt } : {}),
  }
}

const schema = reportViolation.body.omit({ becauseOfId: true })

/** FD-771: what was seen at which home, with a photo; joins what is open there. Opens the violation afterwards. */
export const ReportViolation = ({
  because,
  unitId,
  onClose,
}: {
  /** The finding of a patrol or the complaint that it came from (FD-770). */
  because?: Because
  unitId?: string
  onClose: () => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const go = useGo()
  const can = useCan()
  const report = useApiMutation(reportViolation, { touches: ['matters', 'violations'] })
  return (
    <Sheet title={t('violation.report')} onClose={onClose}>
      <p className={`w-quiet ${styles.hint}`}>{t('violation.reportHint')}</p>
      <SchemaForm
        schema={schema}
        fields={{
          unitId: { label: t('violationColumn.unit'), widget: 'unit' },
          type: {
            label: t('violationColumn.type'),
            options: VIOLATION_TYPES.map((value) => ({ value, label: t(`violationType.${value}`) })),
          },
          words: { label: t('violation.words'), rows: 3, span: 2 },
          photoIds: {
            label: t(because ? 'violation.photosMore' : 'violation.photos'),
            widget: 'photos',
            span: 2,
            needed: !because,
          },
          place: { label: t('violation.place') },
          foundAt: { label: t('violation.foundAt') },
          foundById: { label: t('violation.foundBy'), widget: 'staff' },
          renovation: { label: t('violation.renovation') },
          danger: { label: t('violation.danger'), help: t('violation.dangerHelp') },
        }}
        initial={{ ...(unitId ? { unitId } : {}), ...(because ? knownOf(because) : {}) }}
        onSubmit={async (values) => {
          const made = await report.mutateAsync({
            params: { estateId },
            body: { ...values, ...(because ? { becauseOfId: because.id } : {}) },
          })
          notice.good(t(made.joined ? 'violation.joined' : 'violation.made', { number: made.number }))
          onClose()
          // what was joined may be in other hands, and not theirs to see
          if (!made.joined || can('matter.read')) go(`matters/${made.id}`)
        }}
        submitLabel={t('violation.report')}
        onCancel={onClose}
        draftKey={`report violation ${because?.id ?? unitId ?? ''}`}
        columns={2}
      />
    </Sheet>
  )
}
