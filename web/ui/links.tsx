import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { useEstate } from './session.tsx'

export type LinkSearch = Record<string, string | readonly string[] | undefined>

const tidy = (path: string) => path.replace(/^\/+/, '')

/** A link inside the estate of the page, or inside the one with this code: `<EstateLink to="matters/…">`. */
export const EstateLink = ({
  to,
  search,
  estate,
  className,
  children,
}: {
  to: string
  search?: LinkSearch
  estate?: string
  className?: string
  children: ReactNode
}) => {
  const own = useEstate().code
  return (
    <Link to={`/e/${encodeURIComponent(estate ?? own)}/${tidy(to)}`} search={search ?? {}} className={className ?? ''}>
      {children}
    </Link>
  )
}

/** `go('matters/…', { q: '漏水' })` inside the estate of the page. */
export const useGo = (): ((to: string, search?: LinkSearch) => void) => {
  const { code } = useEstate()
  const navigate = useNavigate()
  return (to, search) => void navigate({ to: `/e/${encodeURIComponent(code)}/${tidy(to)}`, search: search ?? {} })
}

const Id = z.object({ id: z.string() })
/** The `$id` of a page's path. */
export const usePageId = (): string => Id.parse(useParams({ strict: false })).id
