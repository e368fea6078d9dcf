import type { Plan } from '#contract/inspection-plans.ts'
import type { T } from '#ui/i18n.ts'

const WEEKDAYS = ['weekday.1', 'weekday.2', 'weekday.3', 'weekday.4', 'weekday.5', 'weekday.6', 'weekday.7'] as const

type Said = Pick<Plan, 'recurrence' | 'conditions'>
const daysOf = (t: T, { recurrence: r, conditions }: Said): string => {
  switch (r.kind) {
    case 'days':
      return r.every === 1 ? t('recurrence.say.day') : t('recurrence.say.days', { every: r.every })
    case 'weekdays': {
      const days = [...r.days]
        .sort()
        .map((d) => t(WEEKDAYS[d - 1] ?? 'weekday.1'))
        .join('、')
      return r.every === 1 ? t('recurrence.say.week', { days }) : t('recurrence.say.weeks', { every: r.every, days })
    }
    case 'perWeek':
      return t('recurrence.say.perWeek', { n: r.n })
    case 'perMonth':
      return t('recurrence.say.perMonth', { n: r.n })
    case 'monthDays': {
      const days = [...r.days].sort((a, b) => a - b).join('、')
      return r.every === 1 ? t('recurrence.say.month', { days }) : t('recurrence.say.months', { every: r.every, days })
    }
    case 'workingDay':
      return r.nth > 0
        ? t('recurrence.say.workingDay', { nth: r.nth })
        : t('recurrence.say.workingDayBack', { nth: -r.nth })
    case 'holidays':
      return r.names.length > 0
        ? t('recurrence.say.holidaysOf', { names: r.names.join('、') })
        : t('recurrence.say.holidays')
    case 'called': {
      const words = conditions.map((c) => t(`condition.${c}`)).join('、')
      return [words, t(`recurrence.when.${r.when}`), ...(r.daily ? [t('recurrence.say.daily')] : [])].join(' · ')
    }
  }
}

/** How often a plan goes, in a few words: "每周一、三 · 一天 2 次". */
export const sayRecurrence = (t: T, plan: Said): string => {
  const r = plan.recurrence
  const often = r.kind !== 'called' && r.times > 1 ? t('recurrence.say.times', { times: r.times }) : undefined
  const off =
    'daysOff' in r && r.daysOff !== 'keep'
      ? t('recurrence.say.off', { how: t(`recurrence.daysOff.${r.daysOff}`) })
      : undefined
  return [daysOf(t, plan), often, off].filter(Boolean).join(' · ')
}
