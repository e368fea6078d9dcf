import { lazy, Suspense } from 'react'
import { useEstate, useSession } from '#ui/session.tsx'
import styles from './top-bar.module.css'

const EstateSelect = lazy(() => import('./estate-select.tsx').then((module) => ({ default: module.EstateSelect })))

/** Which estate this is. Most people have one; the list is loaded for those who have several. */
export const EstateSwitcher = () => {
  const { estates } = useSession()
  const estate = useEstate()
  const name = (
    <span className={styles.name} title={estate.centre}>
      {estate.name}
    </span>
  )
  if (estates.length === 1) return name
  return (
    <Suspense fallback={name}>
      <EstateSelect />
    </Suspense>
  )
}
