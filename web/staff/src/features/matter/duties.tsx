import type { MatterView } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './matter-page.module.css'

const DUTIES = ['organise', 'supervise', 'accept', 'callback'] as const

/** OS-011: the four check points of the first receiver, each with name and time. */
export const Duties = ({ matter }: { matter: MatterView }) => {
  const { t } = useTexts()
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('matter.duties')}</h2>
      <ul className={styles.list}>
        {DUTIES.map((duty) => {
          const done = matter.duties.find((d) => d.duty === duty)
          return (
            <li key={duty} className={styles.row}>
              <span>{t(`duty.${duty}`)}</span>
              {done ? (
                <span className="w-quiet w-small">
                  {done.doneBy.name} · <Instant at={done.doneAt} />
                </span>
              ) : (
                <StateTag tone={matter.open ? 'waiting' : 'ended'}>{t('matter.dutyOpen')}</StateTag>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
