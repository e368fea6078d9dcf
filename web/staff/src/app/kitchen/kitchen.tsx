import { Button } from 'antd'
import { nowMs } from '#ui/clock.ts'
import { setLang, useTexts } from '#ui/i18n.ts'
import { themeChoice, useMode } from '#ui/mode.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { FormSamples } from './form-samples.tsx'
import styles from './kitchen.module.css'
import { ListSamples } from './list-samples.tsx'
import { SmallSamples } from './small-samples.tsx'

const LOADED_MS = nowMs()

/** Every shared component with invented content, to look at in both modes, both languages and all widths. */
export const Kitchen = () => {
  const { t, lang } = useTexts()
  const mode = useMode()
  return (
    <main className={styles.page}>
      <PageHeader
        title={t('nav.kitchen')}
        tags={<StateTag tone="active">{mode}</StateTag>}
        hint="#ui"
        actions={
          <>
            <Button onClick={() => void setLang(lang === 'zh' ? 'en' : 'zh')}>{t('shell.switchLanguage')}</Button>
            <Button onClick={() => themeChoice.set(mode === 'dark' ? 'light' : 'dark')}>{t('shell.theme')}</Button>
          </>
        }
      />
      <SmallSamples nowMs={LOADED_MS} />
      <ListSamples nowMs={LOADED_MS} />
      <FormSamples />
    </main>
  )
}
