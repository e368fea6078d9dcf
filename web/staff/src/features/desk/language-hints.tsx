import { BulbOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { serviceLanguage } from '#content/service-language.ts'
import { detectPhrases, phraseTextKeys, refusalGaps } from '#contract/rules/service-language.ts'
import { useTexts } from '#ui/i18n.ts'
import { useDebounced } from '#ui/pickers/use-debounced.ts'
import styles from './hints.module.css'

const TYPING_MS = 250

/**
 * KN-301: phrases that hurt, with a better way of saying them, beside every text meant for a customer. It hints and
 * never stops anybody; whoever means it says so and the hint goes.
 */
export const LanguageHints = ({ text }: { text: string }) => {
  const { t } = useTexts()
  const rested = useDebounced(text, TYPING_MS)
  const [meant, setMeant] = useState<readonly string[]>([])
  const hits = useMemo(() => {
    const all = detectPhrases(rested, serviceLanguage, { insideCompany: true })
    return all.filter((hit, at) => all.findIndex((other) => other.phrase === hit.phrase) === at)
  }, [rested])
  const gaps = useMemo(() => (hits.length > 0 ? [] : refusalGaps(rested, serviceLanguage)), [hits, rested])
  const shown = hits.filter((hit) => !meant.includes(hit.phrase))
  if (shown.length === 0 && (gaps.length === 0 || meant.includes('gap'))) return null
  return (
    <div className={styles.hints} role="status">
      {shown.map((hit) => {
        const keys = phraseTextKeys(hit.phrase, { insideCompany: true })
        return (
          <div key={hit.phrase} className={styles.hint}>
            <BulbOutlined aria-hidden />
            <div>
              <div className={styles.title}>
                {t(keys.name)} <q className={styles.quote}>{rested.slice(hit.start, hit.end)}</q>
              </div>
              <div className="w-quiet w-small">{t(keys.why)}</div>
              <div className={styles.better}>{t(keys.instead)}</div>
            </div>
            <Button size="small" type="text" onClick={() => setMeant([...meant, hit.phrase])}>
              {t('desk.meant')}
            </Button>
          </div>
        )
      })}
      {gaps.length > 0 && !meant.includes('gap') ? (
        <div className={styles.hint}>
          <BulbOutlined aria-hidden />
          <div className={styles.better}>{gaps.map((gap) => t(`phrase.refusal.${gap}`)).join(' ')}</div>
          <Button size="small" type="text" onClick={() => setMeant([...meant, 'gap'])}>
            {t('desk.meant')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
