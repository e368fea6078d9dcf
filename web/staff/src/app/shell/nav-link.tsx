import { Link, useRouterState } from '@tanstack/react-router'
import { useTexts } from '#ui/i18n.ts'
import { useEstate } from '#ui/session.tsx'
import type { Feature } from '../feature.ts'
import { FEATURES } from '../features.ts'
import { activePath } from '../nav.rules.ts'

/** Which entry belongs to the page shown. */
export const useActivePath = (): string | undefined =>
  useRouterState({ select: (state) => activePath(FEATURES, state.location.pathname.split('/').slice(3).join('/')) })

export const NavLink = ({
  feature,
  className,
  onGo,
}: {
  feature: Feature
  className: string | undefined
  onGo?: () => void
}) => {
  const { t } = useTexts()
  const { code } = useEstate()
  const current = useActivePath() === feature.path
  const Icon = feature.nav?.icon
  return (
    <Link
      to={`/e/${encodeURIComponent(code)}/${feature.path}`}
      className={className ?? ''}
      aria-current={current ? 'page' : undefined}
      activeProps={{}}
      onClick={() => onGo?.()}
    >
      {Icon ? <Icon aria-hidden /> : null}
      <span>{t(feature.title)}</span>
    </Link>
  )
}
