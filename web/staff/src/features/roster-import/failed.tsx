import { Alert, Button } from 'antd'
import { z } from 'zod'
import type { ImportBatch } from '#contract/roster-import.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { hasWord, wordFor } from '#ui/matter/words.ts'
import { Columns } from './columns.tsx'
import styles from './import.module.css'
import { sheetText } from './problem-text.ts'

const Sheets = z.array(z.object({ sheet: z.string(), why: z.string() }))

/** Why nothing was written, and what to do about it. */
export const Failed = ({ batch }: { batch: ImportBatch }) => {
  const { t } = useTexts()
  const go = useGo()
  const { code = 'E_INTERNAL', details = {} } = batch.failure ?? {}
  const key = typeof details.reason === 'string' ? `roster.unreadable.${details.reason}` : ''
  const sheets = Sheets.safeParse(details.sheets)
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={t('import.failed')}
        description={
          <>
            <p>{hasWord(key) ? wordFor(t, key) : wordFor(t, `error.${code}`, t('error.E_INTERNAL'))}</p>
            {sheets.success
              ? sheets.data.map(({ sheet, why }) => (
                  <p key={sheet} className="w-small">
                    {t('import.sheetSkipped', { sheet, why: sheetText(t, why) })}
                  </p>
                ))
              : null}
          </>
        }
        action={<Button onClick={() => go('roster-import')}>{t('import.another')}</Button>}
      />
      {batch.summary ? (
        <div className={styles.gap}>
          <Columns batch={batch} summary={batch.summary} />
        </div>
      ) : null}
    </>
  )
}
