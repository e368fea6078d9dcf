import type { Role } from '#contract/permissions.ts'
import { useTexts } from '../i18n.ts'

type Assigned = { assignee: { name: string } | null; assigneeRole: Role | null; area: { name: string } | null }

/** Who goes: a person, a role, an area, or anybody. */
export const Goer = ({ of }: { of: Assigned }) => {
  const { t } = useTexts()
  const role = of.assigneeRole ? t(`role.${of.assigneeRole}`) : undefined
  const words = of.assignee?.name ?? [of.area?.name, role].filter(Boolean).join(' · ')
  return words ? words : <span className="w-quiet">{t('plans.anybody')}</span>
}
