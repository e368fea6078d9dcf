import { useCallback, useEffect, useRef, useState } from 'react'
import { getSurveyLink, type SurveyLink, saveSurveyAnswers, sendSurveyAnswers } from '#contract/survey-link.ts'
import { call, isApiError } from '#ui/api.ts'
import { type Filled, mergeFilled, tidy } from '#ui/survey/steps.rules.ts'
import { dropKept, readKept, writeKept } from './kept.ts'
import type { LinkParts } from './link.rules.ts'

export type Phase = 'loading' | 'failed' | 'unknown' | 'open' | 'used' | 'over' | 'thanks'
export type Sync = 'idle' | 'saving' | 'saved' | 'offline'
export type Sending = 'no' | 'going' | 'waiting'

const SAVE_AFTER_MS = 800
const TRY_AGAIN_MS = 15_000
const NOTHING: Filled = { answers: [], comments: [] }
/** Nobody refused; the network, or too many at once. */
const PASSING = new Set(['E_NETWORK', 'E_OVERLOADED', 'E_RATE', 'E_INTERNAL', 'E_ANSWER'])
const codeOf = (error: unknown): string => (isApiError(error) ? error.code : 'E_INTERNAL')

/**
 * One questionnaire between this phone and the server: what is typed is kept here first and goes up when it can; sending
 * waits for a connection and happens once.
 */
export const useSurvey = (params: LinkParts) => {
  const { token } = params
  const [phase, setPhase] = useState<Phase>('loading')
  const [survey, setSurvey] = useState<SurveyLink>()
  const [filled, setFilled] = useState<Filled>(NOTHING)
  const [sync, setSync] = useState<Sync>('idle')
  const [sending, setSending] = useState<Sending>('no')
  const [merged, setMerged] = useState(false)
  const [refused, setRefused] = useState(false)
  // what the calls under way must know as it is now, not as it was when they began
  const now = useRef({ filled: NOTHING, version: 0, dirty: false, busy: false, wanted: false, tried: false })

  const show = useCallback((next: Filled) => {
    now.current.filled = next
    setFilled(next)
  }, [])

  const load = useCallback(async () => {
    setPhase('loading')
    try {
      const found = await call(getSurveyLink, { params })
      setSurvey(found)
      if (found.state !== 'open') {
        dropKept(token)
        return setPhase(found.state)
      }
      const kept = readKept(token)
      now.current.version = found.version
      now.current.dirty = kept !== undefined
      show(kept ? mergeFilled(found, kept) : { answers: found.answers, comments: found.comments })
      setPhase('open')
    } catch (error) {
      setPhase(codeOf(error) === 'E_NOT_FOUND' ? 'unknown' : 'failed')
    }
  }, [params, token, show])

  /** What a refusal means for the page; true when the work goes on by itself. */
  const onTrouble = useCallback(
    async (error: unknown): Promise<boolean> => {
      const code = codeOf(error)
      if (code === 'E_SURVEY_USED' || code === 'E_SURVEY_OVER') {
        dropKept(token)
        // an answer that was lost on its way back: it had arrived
        setPhase(code === 'E_SURVEY_OVER' ? 'over' : now.current.tried ? 'thanks' : 'used')
        return false
      }
      if (code === 'E_NOT_FOUND') {
        setPhase('unknown')
        return false
      }
      if (code === 'E_VERSION_STALE') {
        const theirs = await call(getSurveyLink, { params })
        now.current.version = theirs.version
        now.current.dirty = true
        now.current.wanted = false
        show(mergeFilled(theirs, now.current.filled))
        setMerged(true)
        setSending('no')
        return true
      }
      if (PASSING.has(code)) {
        setSync('offline')
        if (now.current.wanted) setSending('waiting')
        return false
      }
      now.current.wanted = false
      setSending('no')
      setRefused(true)
      return false
    },
    [params, token, show],
  )

  /** Sends what waits: the answers for good if that is wanted, else what was filled in so far. */
  const push = useCallback(async () => {
    const state = now.current
    if (state.busy || !(state.wanted || state.dirty)) return
    state.busy = true
    const sent = state.filled
    const body = { version: state.version, ...tidy(sent) }
    let again = false
    try {
      if (state.wanted) {
        state.tried = true
        await call(sendSurveyAnswers, { params, body })
        dropKept(token)
        state.dirty = false
        state.wanted = false
        setPhase('thanks')
      } else {
        setSync('saving')
        state.version = (await call(saveSurveyAnswers, { params, body })).version
        again = state.filled !== sent || state.wanted
        if (state.filled === sent) {
          state.dirty = false
          dropKept(token)
        }
        setSync('saved')
      }
    } catch (error) {
      again = await onTrouble(error).catch(() => false)
    } finally {
      state.busy = false
    }
    if (again) void push()
  }, [params, token, onTrouble])

  useEffect(() => void load(), [load])
  useEffect(() => {
    if (phase !== 'open') return
    const timer = setInterval(() => void push(), TRY_AGAIN_MS)
    const gone = () => setSync('offline')
    const back = () => void push()
    addEventListener('online', back)
    addEventListener('offline', gone)
    return () => {
      clearInterval(timer)
      removeEventListener('online', back)
      removeEventListener('offline', gone)
    }
  }, [phase, push])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the typing that starts the wait
  useEffect(() => {
    if (phase !== 'open' || !now.current.dirty) return
    const timer = setTimeout(() => void push(), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [phase, filled, push])

  return {
    phase,
    survey,
    filled,
    sync,
    sending,
    merged,
    refused,
    reload: () => void load(),
    change: (next: Filled) => {
      now.current.dirty = true
      writeKept(token, next)
      setRefused(false)
      show(next)
    },
    send: () => {
      if (now.current.wanted) return
      now.current.wanted = true
      setRefused(false)
      setSending('going')
      void push()
    },
  }
}
