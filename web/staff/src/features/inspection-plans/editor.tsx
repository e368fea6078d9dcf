import { z } from 'zod'
import { nameIn } from '#content/usual-names.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import {
  CALLED_CONDITIONS,
  changeInspectionPlan,
  createInspectionPlan,
  isSecret,
  PLAN_KINDS,
  type Plan,
  PlanInput,
} from '#contract/inspection-plans.ts'
import { LINES, ROLE_CODES } from '#contract/permissions.ts'
import { SchemaForm } from '#ui/form/schema-form.tsx'
import { type Lang, useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useToday } from '#ui/order/order-times.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import './plan-fields.tsx'
import './route-field.tsx'
import './recurrence-field.tsx'

type Values = Readonly<Record<string, unknown>>
const isTask = (values: Values) => values.kind === 'task'
const isOpen = (values: Values) => !isSecret(values.kind)
const said = ({ recurrence }: Values, name: string): unknown =>
  typeof recurrence === 'object' && recurrence !== null ? Reflect.get(recurrence, name) : undefined
const isCalled = (values: Values) => said(values, 'kind') === 'called'
/** What is called goes at once, so its hours are those of the further days. */
const hasHours = (values: Values) => !isCalled(values) || said(values, 'daily') === true

const useFields = () => {
  const { t } = useTexts()
  const can = useCan()
  // surprises and mystery visits are the quality department's to plan
  const kinds = PLAN_KINDS.filter((kind) => can('standard.edit') || kind === 'self' || kind === 'task')
  return {
    name: { label: t('plans.name'), autoFocus: true },
    kind: {
      label: t('plans.kind'),
      widget: 'radio',
      options: kinds.map((value) => ({ value, label: t(`inspectionKind.${value}`) })),
    },
    task: { label: t('plans.task'), help: t('plans.taskHelp'), when: isTask },
    recurrence: { label: t('plans.often'), widget: 'recurrence', span: 2 as const },
    conditions: {
      label: t('plans.conditions'),
      options: CALLED_CONDITIONS.map((value) => ({ value, label: t(`condition.${value}`) })),
      when: isCalled,
    },
    hours: {
      label: t('plans.hours'),
      help: t('plans.hoursHelp'),
      widget: 'hours',
      when: hasHours,
    },
    months: { label: t('plans.months'), help: t('plans.monthsHelp'), widget: 'months' },
    touchpoints: {
      label: t('plans.touchpoints'),
      help: t('plans.touchpointsHelp'),
      options: TOUCHPOINTS.map((value) => ({ value, label: `${value} ${t(`touchpoint.${value}`)}` })),
      span: 2 as const,
    },
    placeIds: { label: t('plans.route'), help: t('plans.routeHelp'), widget: 'route' },
    sample: { label: t('plans.sample'), help: t('plans.sampleHelp') },
    items: {
      label: t('plans.items'),
      help: t('plans.itemsHelp'),
      widget: 'planItems',
      span: 2 as const,
    },
    line: {
      label: t('plans.line'),
      help: t('plans.lineHelp'),
      widget: 'select',
      options: LINES.map((value) => ({ value, label: t(`line.${value}`) })),
    },
    assigneeRole: {
      label: t('plans.assigneeRole'),
      widget: 'select',
      options: ROLE_CODES.map((value) => ({ value, label: t(`role.${value}`) })),
      when: isOpen,
    },
    assigneeId: { label: t('plans.assignee'), help: t('plans.assigneeHelp'), widget: 'staff' },
    areaId: { label: t('plans.area'), help: t('plans.areaHelp'), widget: 'area' },
    fromDate: { label: t('plans.fromDate') },
    untilDate: { label: t('plans.untilDate') },
    active: { label: t('plans.active') },
  }
}

/** A usual name stands in the form as it is read; unchanged, it is kept as the product's. */
const inWords = <P extends Pick<Plan, 'name' | 'task'>>(plan: P, lang: Lang): P => ({
  ...plan,
  name: nameIn(lang, plan.name),
  task: plan.task === null ? null : nameIn(lang, plan.task),
})

/** The form of a plan; its schema is the contract's, so that whatever does not fit together is said beside its field. */
export const Editor = ({ plan, onValues }: { plan: Plan | undefined; onValues: (values: Values) => void }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const today = useToday()
  const go = useGo()
  const notice = useNotice()
  const create = useApiMutation(createInspectionPlan)
  const change = useApiMutation(changeInspectionPlan)
  const fields = useFields()
  const done = () => {
    notice.good(t('plans.saved'))
    go('inspection-plans')
  }
  if (!plan)
    return (
      <SchemaForm
        schema={PlanInput}
        fields={fields}
        initial={{
          kind: 'self',
          recurrence: { kind: 'days', every: 1 },
          fromDate: today,
          active: true,
          items: { proofOnPass: false },
        }}
        columns={2}
        draftKey={`inspection-plan ${estateId}`}
        submitLabel={t('common.save')}
        onValues={onValues}
        onCancel={() => go('inspection-plans')}
        onSubmit={async (body) => {
          await create.mutateAsync({ params: { estateId }, body })
          done()
        }}
      />
    )
  const shape = changeInspectionPlan.body
  // as it was kept, also where it would not be taken any more
  const initial = z
    .object(shape.shape)
    .safeParse(Object.fromEntries(Object.entries(plan).filter(([name]) => Object.hasOwn(shape.shape, name))))
  return (
    <SchemaForm
      schema={shape}
      fields={fields}
      initial={initial.success ? inWords(initial.data, lang) : {}}
      columns={2}
      draftKey={`inspection-plan ${plan.id} ${plan.version}`}
      readOnly={!plan.mayChange}
      submitLabel={t('common.save')}
      onValues={onValues}
      onCancel={() => go('inspection-plans')}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { estateId, id: plan.id }, body })
        done()
      }}
    />
  )
}
