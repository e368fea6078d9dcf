import { Outlet, useMatches } from '@tanstack/react-router'
import { useLayoutEffect } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { useEstate } from '#ui/session.tsx'
import { NoPermission } from '#ui/states.tsx'
import { allowed } from '../nav.rules.ts'

/** The page of the address behind its permission. */
export const FeatureGate = () => {
  const { t } = useTexts()
  const estate = useEstate()
  const feature = useMatches({ select: (matches) => matches.at(-1)?.staticData.feature })
  const title = feature ? t(feature.title) : undefined
  const product = t('common.product')
  // A layout effect, so that the page's own header, which may say it better, comes later.
  useLayoutEffect(() => {
    document.title = [title, estate.name, product].filter(Boolean).join(' · ')
  }, [title, estate.name, product])
  return feature && !allowed(estate, feature) ? <NoPermission /> : <Outlet />
}
