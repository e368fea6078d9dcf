import { useEffect, useMemo, useState } from 'react'
import type { Lang } from '#content/texts/text.ts'
import type { SurveyLink } from '#contract/survey-link.ts'
import { preference } from '#ui/preferences.ts'
import { Questionnaire } from '#ui/survey/questionnaire.tsx'
import { type Say, type SurveyTextKey, sayIn } from '#ui/survey/say.ts'
import { minutesFor, resumeAt, stepsOf } from '#ui/survey/steps.rules.ts'
import ui from '#ui/survey/survey.module.css'
import { type LinkParts, readLink } from './link.rules.ts'
import { SendStep } from './send-step.tsx'
import styles from './survey-page.module.css'
import { type Phase, useSurvey } from './use-survey.ts'

/** Each in itself: a reader looks for the word that he knows. */
const LANGS: readonly { lang: Lang; name: string; tag: string }[] = [
  { lang: 'zh', name: '中文', tag: 'zh-CN' },
  { lang: 'en', name: 'English', tag: 'en-GB' },
]
const langChoice = preference<Lang | 'none'>('lang', ['zh', 'en'], 'none')
const PHONE: Lang = navigator.language.startsWith('zh') ? 'zh' : 'en'

const Languages = ({ say, lang }: { say: Say; lang: Lang }) => {
  return (
    <nav className={styles.langs} aria-label={say('surveyLink.language')}>
      {LANGS.map((one) => (
        <button
          key={one.lang}
          type="button"
          lang={one.tag}
          aria-pressed={lang === one.lang}
          onClick={() => langChoice.set(one.lang)}
        >
          {one.name}
        </button>
      ))}
    </nav>
  )
}

const ENDS: Partial<Record<Phase, readonly [SurveyTextKey, SurveyTextKey]>> = {
  thanks: ['surveyLink.thanks', 'surveyLink.thanksHint'],
  used: ['surveyLink.used', 'surveyLink.usedHint'],
  over: ['surveyLink.over', 'surveyLink.overHint'],
  unknown: ['surveyLink.unknown', 'surveyLink.unknownHint'],
  failed: ['surveyLink.failed', 'surveyLink.failedHint'],
}

const titleOf = (survey: SurveyLink | undefined, lang: Lang) => (lang === 'zh' ? survey?.titleZh : survey?.titleEn)

/** What one reads before beginning: what it is about, how long it takes, and who will know. */
const Welcome = ({
  survey,
  lang,
  resumed,
  onStart,
}: {
  survey: SurveyLink
  lang: Lang
  resumed: boolean
  onStart: () => void
}) => {
  const say = sayIn(lang)
  const steps = stepsOf(survey.questions, survey.freeText)
  const intro = lang === 'zh' ? survey.introZh : survey.introEn
  return (
    <>
      {intro ? <p className={styles.intro}>{intro}</p> : null}
      <p className={styles.quiet}>
        {say('surveyLink.length', { count: steps.length, minutes: minutesFor(steps), until: survey.closesOn })}
      </p>
      <p className={styles.note}>
        {say(survey.anonymous ? 'surveyLink.anonymous' : 'surveyLink.named', { count: survey.smallestGroup })}
      </p>
      {resumed ? <p>{say('surveyLink.resumed')}</p> : null}
      <button type="button" className={ui.main} onClick={onStart}>
        {say(resumed ? 'surveyLink.resume' : 'surveyLink.start')}
      </button>
    </>
  )
}

type OpenProps = { parts: LinkParts; lang: Lang; onLanguage: (of: Lang) => void }
const Open = ({ parts, lang, onLanguage }: OpenProps) => {
  const say = sayIn(lang)
  const held = useSurvey(parts)
  const { phase, survey, filled } = held
  const [at, setAt] = useState<number>()
  const steps = useMemo(() => (survey ? stepsOf(survey.questions, survey.freeText) : []), [survey])
  const title = titleOf(survey, lang)
  useEffect(() => {
    document.title = [title, survey?.estateName].filter(Boolean).join(' · ') || say('surveyLink.loading')
  }, [title, survey, say])
  const theirs = survey?.language
  useEffect(() => {
    if (theirs) onLanguage(theirs)
  }, [theirs, onLanguage])
  const end = ENDS[phase]
  return (
    <main className={styles.page}>
      <Languages say={say} lang={lang} />
      {survey && phase !== 'unknown' && phase !== 'failed' ? (
        <h1 className={styles.title}>
          <span className={styles.estate}>{survey.estateName}</span>
          {title}
        </h1>
      ) : null}
      {phase === 'loading' ? <p role="status">{say('surveyLink.loading')}</p> : null}
      {end ? <End phase={phase} words={end} say={say} bare={!survey} onRetry={held.reload} /> : null}
      {phase === 'open' && survey && at === undefined ? (
        <Welcome
          survey={survey}
          lang={lang}
          resumed={filled.answers.length + filled.comments.length > 0}
          onStart={() => setAt(resumeAt(steps, filled))}
        />
      ) : null}
      {phase === 'open' && at !== undefined ? (
        <>
          <Questionnaire lang={lang} steps={steps} at={at} filled={filled} onAt={setAt} onFilled={held.change}>
            <SendStep held={held} steps={steps} say={say} onAt={setAt} />
          </Questionnaire>
          <p className={styles.sync} role="status">
            {held.merged ? say('surveyLink.merged') : held.sync === 'idle' ? '' : say(`surveyLink.${held.sync}`)}
          </p>
        </>
      ) : null}
    </main>
  )
}

const End = ({
  phase,
  words: [title, hint],
  say,
  bare,
  onRetry,
}: {
  phase: Phase
  words: readonly [SurveyTextKey, SurveyTextKey]
  say: Say
  /** Nothing is known of the survey, so this is the heading of the page. */
  bare: boolean
  onRetry?: () => void
}) => {
  const Heading = bare || phase === 'unknown' || phase === 'failed' ? 'h1' : 'h2'
  return (
    <div className={styles.end} role="status">
      <Heading className={styles.endTitle}>{say(title)}</Heading>
      <p>{say(hint)}</p>
      {phase === 'failed' && onRetry ? (
        <button type="button" className={ui.main} onClick={onRetry}>
          {say('surveyLink.tryAgain')}
        </button>
      ) : null}
    </div>
  )
}

/** The page behind an invitation: nobody signs in, the link is enough. */
export const Page = ({ address }: { address: string }) => {
  const choice = langChoice.use()
  const [theirs, setTheirs] = useState<Lang>()
  // what the reader chose, else English where the invitation or the phone speaks it
  const lang = choice === 'none' ? (theirs === 'en' ? 'en' : PHONE) : choice
  const parts = useMemo(() => readLink(address), [address])
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en-GB'
  }, [lang])
  const say = sayIn(lang)
  if (parts) return <Open parts={parts} lang={lang} onLanguage={setTheirs} />
  return (
    <main className={styles.page}>
      <Languages say={say} lang={lang} />
      <End phase="unknown" words={['surveyLink.unknown', 'surveyLink.unknownHint']} say={say} bare />
    </main>
  )
}
