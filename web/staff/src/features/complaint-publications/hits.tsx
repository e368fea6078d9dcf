import { useTexts } from '#ui/i18n.ts'
import { wordFor } from '#ui/matter/words.ts'
import type { Hit } from './work.rules.ts'

/** CP-138: what gives somebody away, beside the field in which it stands. */
export const Hits = ({ id, hits }: { id: string; hits: readonly Hit[] }) => {
  const { t } = useTexts()
  return (
    <span id={id}>
      {t('publication.hits')} ·{' '}
      {hits
        .map(({ kind, text }) => t('publication.hit', { kind: wordFor(t, `publication.kind.${kind}`, kind), text }))
        .join(' · ')}
    </span>
  )
}
