import { Button, Checkbox, Input, type InputRef, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { attemptCallback, type CallbackAttempt, type CallbackLine } from '#contract/callbacks.ts'
import type { KindShape } from '#contract/kind.ts'
import { KINDS } from '#contract/kinds/kinds.ts'
import { type MatterView, moveRoute } from '#contract/matters.ts'
import type { RouteShape } from '#contract/route.ts'
import { type ApiError, isApiError } from '#ui/api-error.ts'
import { errorText } from '#ui/error-text.ts'
import { dropDraft, readDraft, writeDraft } from '#ui/form/draft.ts'
import { openSchema } from '#ui/form/field-kind.ts'
import { FieldWidget } from '#ui/form/widgets.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Kbd } from '#ui/kbd.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import styles from './callbacks.module.css'
import type { Override } from './dial.tsx'
import { OPINIONS, OpinionFields, type Opinions } from './opinion-fields.tsx'
import { ANSWERS, type Answer, attemptOf, closesAtOnce, gapsOf, isReached, keyOf, needsWords } from './outcome.rules.ts'

const TOUCHES = ['matters', 'callbacks', 'inventory'] as const
type Way = CallbackAttempt['how']
const WAYS = [
  'phone',
  'inPerson',
  'message',
  'onSite',
  'homeVisit',
  'replyPost',
  'questionnaire',
] as const satisfies readonly Way[]
/** What the customer said as far as it is typed; looking at another row loses nothing of it. */
type Said = Opinions & { words?: string }
const draftKey = (id: string) => `callback ${id}`
const readSaid = (id: string): Said => {
  const kept = Object.entries(readDraft(draftKey(id)) ?? {})
  return Object.fromEntries(kept.filter(([, value]) => typeof value === 'string'))
}

/** What `close` must be told beside the version; a service request that was called back needs nothing. */
const closeNeeds = (matter: MatterView): string[] => {
  const shape: KindShape = KINDS[matter.kind]
  const needs = shape.verbs.close?.needs.shape ?? {}
  return Object.entries(needs).flatMap(([name, schema]) => (openSchema(schema).required ? [name] : []))
}

const Key = ({ answer, chosen, onChoose }: { answer: Answer; chosen: boolean; onChoose: () => void }) => {
  const { t } = useTexts()
  const label = t(`callbacks.answer.${answer}`)
  useShortcut(keyOf(answer), label, t('nav.callbacks'), onChoose)
  return (
    <Button
      size={isReached(answer) ? 'large' : 'middle'}
      type={chosen ? 'primary' : 'default'}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      {label} <Kbd keys={keyOf(answer)} />
    </Button>
  )
}

/** One key for the answer, Enter to write it down; a content customer closes the matter in the same breath. */
export const AnswerKeys = ({
  row,
  override,
  onDone,
  onClosing,
}: {
  row: CallbackLine
  override: Override | undefined
  onDone: () => void
  /** The customer is content and closing asks for more: its form is to be opened. */
  onClosing: (matter: MatterView) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const { matter } = row
  const [answer, setAnswer] = useState<Answer>()
  const [said, setSaid] = useState(() => readSaid(matter.id))
  const { words = '', ...opinions } = said
  const [offerComplaint, setOffer] = useState(false)
  const [nextAt, setNextAt] = useState<string | undefined>(row.call.freeAt ?? undefined)
  const [how, setHow] = useState<Way>('phone')
  // a complaint is closed by the callback itself: it has no step of its own for that
  const closes = Object.hasOwn(KINDS[matter.kind].verbs, 'close')
  const [close, setClose] = useState(closes)
  const [problem, setProblem] = useState<ApiError>()
  const [tried, setTried] = useState(false)
  const asksOpinions = matter.kind === 'complaint' && (answer === 'satisfied' || answer === 'neutral')
  const input = useRef<InputRef>(null)
  const attempt = useApiMutation(attemptCallback, { touches: TOUCHES })
  const closeRoute: RouteShape = closes ? moveRoute(matter.kind, 'close' as never) : attemptCallback
  const closing = useApiMutation(closeRoute, { touches: TOUCHES })

  useEffect(() => {
    if (answer) input.current?.focus()
  }, [answer])
  const keep = (next: Said) => {
    setSaid(next)
    writeDraft(draftKey(matter.id), next)
  }
  const typed = { words, offerComplaint, nextAt }
  const gaps = answer ? gapsOf(answer, typed) : []
  const silent = asksOpinions ? OPINIONS.filter((one) => !opinions[one]?.trim()) : []

  /** Whether it is over; a kind whose closing asks for more opens its form. */
  const closeAfter = async (after: MatterView): Promise<boolean> => {
    if (!closesAtOnce('satisfied', closeNeeds(after))) {
      onClosing(after)
      return false
    }
    await closing.mutateAsync({ params: { estateId, id: after.id }, body: { version: after.version } } as never)
    notice.good(t('callbacks.closed', { number: after.number }))
    return true
  }
  const save = async () => {
    if (!answer || attempt.isPending) return
    setTried(true)
    if (gaps.length > 0 || silent.length > 0) return input.current?.focus()
    setProblem(undefined)
    try {
      const done = await attempt.mutateAsync({
        params: { estateId, id: matter.id },
        body: {
          version: matter.version,
          how,
          ...attemptOf(answer, typed),
          ...(asksOpinions ? opinions : {}),
          ...(override && how === 'phone' ? { override: override.reason, overrideWords: override.words } : {}),
        },
      })
      dropDraft(draftKey(matter.id))
      notice.warn(done.warnings)
      const mayClose = done.matter.open && done.matter.moves.some((move) => move.verb === 'close')
      if (answer === 'satisfied' && close && mayClose) {
        if (await closeAfter(done.matter)) onDone()
        return
      }
      notice.good(t('callbacks.written', { answer: t(`callbacks.answer.${answer}`), number: matter.number }))
      onDone()
    } catch (error) {
      if (!isApiError(error)) throw error
      setProblem(error)
    }
  }
  return (
    <div className={styles.answer}>
      <fieldset className={styles.keys} aria-label={t('callbacks.answers')}>
        {[ANSWERS.filter(isReached), ANSWERS.filter((one) => !isReached(one))].map((group) => (
          <div key={group[0]} className={styles.keyRow}>
            {group.map((one) => (
              <Key key={one} answer={one} chosen={one === answer} onChoose={() => setAnswer(one)} />
            ))}
          </div>
        ))}
      </fieldset>
      {answer ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <Input
            ref={input}
            value={words}
            maxLength={1000}
            placeholder={t(needsWords(answer) ? 'callbacks.missing' : 'callbacks.words')}
            aria-label={t(needsWords(answer) ? 'callbacks.missing' : 'callbacks.words')}
            {...(tried && gaps.includes('words') ? { status: 'error', 'aria-invalid': true } : {})}
            onChange={(event) => keep({ ...said, words: event.target.value })}
          />
          {asksOpinions ? (
            <OpinionFields
              opinions={opinions}
              missing={tried ? silent : []}
              onChange={(next) => keep({ ...said, ...next })}
            />
          ) : null}
          {answer === 'later' ? (
            <div className={styles.field}>
              <span>{t('callbacks.nextAt')}</span>
              <FieldWidget
                value={nextAt}
                onChange={(next) => setNextAt(typeof next === 'string' ? next : undefined)}
                spec={{ label: t('callbacks.nextAt'), widget: 'instant' }}
                kind={{ kind: 'instant' }}
                aria-label={t('callbacks.nextAt')}
              />
            </div>
          ) : null}
          {answer === 'notSatisfied' ? (
            <Checkbox checked={offerComplaint} onChange={(event) => setOffer(event.target.checked)}>
              {t('field.offerComplaint')}
            </Checkbox>
          ) : null}
          <div className={styles.tags}>
            {answer === 'satisfied' && closes ? (
              <Checkbox checked={close} onChange={(event) => setClose(event.target.checked)}>
                {t('callbacks.closeToo')}
              </Checkbox>
            ) : null}
            {isReached(answer) ? (
              <Select
                size="small"
                value={how}
                aria-label={t('field.how')}
                popupMatchSelectWidth={false}
                onChange={(next: Way) => setHow(next)}
                options={WAYS.map((value) => ({ value, label: t(`choice.${value}`) }))}
              />
            ) : null}
          </div>
          {tried && gaps.length > 0 ? (
            <p role="alert" className={styles.bad}>
              {t(gaps.includes('words') ? 'callbacks.needWords' : 'callbacks.needTime')}
            </p>
          ) : null}
          {problem ? (
            <p role="alert" className={styles.bad}>
              {problem.code === 'E_CALL_HOURS' ? t('callbacks.hours') : errorText(t, problem)}
            </p>
          ) : null}
          <div className={styles.tags}>
            <Button type="primary" htmlType="submit" loading={attempt.isPending || closing.isPending}>
              {t(answer === 'satisfied' && close ? 'callbacks.saveClose' : 'callbacks.save')} <Kbd keys="enter" />
            </Button>
            <Button onClick={() => setAnswer(undefined)}>{t('common.cancel')}</Button>
          </div>
        </form>
      ) : null}
    </div>
  )
}
