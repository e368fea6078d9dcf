import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { type Lang, useTexts } from '#ui/i18n.ts'
import { Questionnaire } from '#ui/survey/questionnaire.tsx'
import { sayIn } from '#ui/survey/say.ts'
import { type Filled, stepsOf } from '#ui/survey/steps.rules.ts'
import ui from '#ui/survey/survey.module.css'
import styles from './survey.module.css'
import type { Work } from './work.rules.ts'

const NOTHING: Filled = { answers: [], comments: [] }

/** The questionnaire as a resident sees it on a phone; it can be tried and keeps nothing. */
export const Preview = ({ work }: { work: Work }) => {
  const { t, lang: own } = useTexts()
  const [lang, setLang] = useState<Lang>(own)
  const [at, setAt] = useState(0)
  const [filled, setFilled] = useState(NOTHING)
  const steps = useMemo(() => stepsOf(work.questions, work.freeText), [work.questions, work.freeText])
  const say = sayIn(lang)
  return (
    <aside className={styles.preview} aria-label={t('survey.preview')}>
      <div className={styles.previewHead}>
        <h2>{t('survey.preview')}</h2>
        <Segmented<Lang>
          size="small"
          aria-label={t('shell.language')}
          value={lang}
          onChange={setLang}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <p className="w-quiet w-small">{t('survey.previewHint')}</p>
      <div className={styles.phone} lang={lang === 'zh' ? 'zh-CN' : 'en-GB'}>
        <Questionnaire
          lang={lang}
          steps={steps}
          at={Math.min(at, steps.length - 1)}
          filled={filled}
          onAt={setAt}
          onFilled={setFilled}
        >
          <button type="button" className={ui.main} disabled>
            {say('surveyLink.send')}
          </button>
        </Questionnaire>
      </div>
    </aside>
  )
}
