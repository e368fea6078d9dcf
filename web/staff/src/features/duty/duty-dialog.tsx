import { Button } from 'antd'
import { z } from 'zod'
import { listShifts, type PostView, type RosterRow, type RosterView } from '#contract/duty.ts'
import { LocalDate, LocalTime, Uuid } from '#contract/values.ts'
import { SchemaForm } from '#ui/form/schema-form.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Sheet } from '#ui/moves/sheet.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { useDayName, useTimes } from './cell.tsx'
import type { RosterActs } from './use-roster.ts'
import type { CellPlace } from './week-view.ts'

/** The choice of a shift that stands for times of the duty's own. */
const OWN = 'own'
const DutyForm = z.object({
  staffId: Uuid,
  shift: z.string(),
  from: LocalTime.optional(),
  to: LocalTime.optional(),
  overMidnight: z.boolean().optional(),
  days: z.array(z.string().pipe(LocalDate)).optional(),
})
const OwnTimes = DutyForm.superRefine((value, context) => {
  if (value.shift !== OWN) return
  for (const name of ['from', 'to'] as const) {
    if (value[name] === undefined) context.addIssue({ code: 'invalid_type', expected: 'string', path: [name] })
  }
})

type Props = { cell: CellPlace; roster: RosterView; posts: readonly PostView[]; acts: RosterActs; onClose: () => void }

/** One duty: put in, changed or taken out. It goes into the draft at once. */
export const DutyDialog = ({ cell, roster, posts, acts, onClose }: Props) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const dayName = useDayName()
  const times = useTimes()
  const shifts = useApiQuery(listShifts, { params: { estateId } }, { topics: ['duty'] })
  const post = posts.find(({ id }) => id === cell.postId)
  const { row } = cell
  const place = { post: post?.name ?? '', date: cell.date }
  const own = { when: (values: Readonly<Record<string, unknown>>) => values.shift === OWN }
  return (
    <Sheet
      title={row ? t('dutyPage.editAt', { ...place, name: row.staffName }) : t('dutyPage.addAt', place)}
      onClose={onClose}
    >
      <QueryView query={shifts}>
        {({ rows }) => {
          const usable = rows.filter((shift) => shift.active || shift.id === row?.shiftId)
          const rowsOf = (value: z.output<typeof DutyForm>): RosterRow[] => {
            const shift = usable.find(({ id }) => id === value.shift)
            const hours = shift
              ? { shiftId: shift.id, from: shift.from, to: shift.to, overMidnight: shift.overMidnight }
              : {
                  shiftId: null,
                  from: value.from ?? '',
                  to: value.to ?? '',
                  overMidnight: value.overMidnight ?? false,
                }
            const dates = row ? [cell.date] : [...new Set([cell.date, ...(value.days ?? [])])]
            return dates.map((date) => ({ date, postId: cell.postId, staffId: value.staffId, ...hours }))
          }
          return (
            <SchemaForm
              schema={OwnTimes}
              initial={{
                shift: row ? (row.shiftId ?? OWN) : (usable[0]?.id ?? OWN),
                ...(row ? { staffId: row.staffId, from: row.from, to: row.to, overMidnight: row.overMidnight } : {}),
              }}
              fields={{
                staffId: {
                  label: t('dutyPage.staff'),
                  widget: 'staff',
                  autoFocus: true,
                  ...(row ? { placeholder: row.staffName } : {}),
                },
                shift: {
                  label: t('dutyPage.shift'),
                  widget: 'select',
                  options: [
                    ...usable.map((shift) => ({ value: shift.id, label: `${shift.name} ${times(shift)}` })),
                    { value: OWN, label: t('dutyPage.ownTimes') },
                  ],
                },
                from: { label: t('dutyPage.from'), widget: 'time', ...own },
                to: { label: t('dutyPage.to'), widget: 'time', ...own },
                overMidnight: { label: t('dutyPage.overMidnight'), widget: 'boolean', ...own },
                ...(row
                  ? {}
                  : {
                      days: {
                        label: t('dutyPage.days'),
                        widget: 'choices',
                        options: roster.days
                          .map((value, at) => ({ value, label: `${dayName(at)} ${value.slice(5)}` }))
                          .filter(({ value }) => value !== cell.date),
                      },
                    }),
              }}
              submitLabel={t(row ? 'common.save' : 'dutyPage.add')}
              onCancel={onClose}
              onSubmit={async (value) => {
                await acts.change({ ...(row ? { out: row } : {}), into: rowsOf(value) })
                onClose()
              }}
            >
              {row ? (
                <Button
                  danger
                  type="text"
                  loading={acts.busy}
                  onClick={() => void acts.change({ out: row, into: [] }).then(onClose, notice.bad)}
                >
                  {t('dutyPage.removeDuty')}
                </Button>
              ) : null}
            </SchemaForm>
          )
        }}
      </QueryView>
    </Sheet>
  )
}
