import type { MatterView } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { MatterState } from '#ui/matter/matter-state.tsx'
import { wordFor } from '#ui/matter/words.ts'
import styles from './matter-page.module.css'

const ENDED = new Set(['CLOSED', 'CANCELLED', 'MERGED', 'NOT_COMPLAINT'])

export const Links = ({ matter }: { matter: MatterView }) => {
  const { t } = useTexts()
  if (matter.links.length === 0) return null
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('matter.links')}</h2>
      <ul className={styles.list}>
        {matter.links.map((link) => (
          <li key={`${link.kind} ${link.id}`} className={styles.row}>
            <span>
              <span className="w-quiet w-small">{wordFor(t, `link.${link.kind}.${link.direction}`, link.kind)}</span>{' '}
              <EstateLink to={`matters/${link.id}`}>
                {link.number} {link.title}
              </EstateLink>
            </span>
            <MatterState matter={{ kind: link.matterKind, state: link.state, open: !ENDED.has(link.state) }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
