import type { WarningCode } from '#contract/refusal.ts'
import { isApiError } from './api-error.ts'
import { instantMs } from './clock.ts'
import { hasText, type T } from './i18n.ts'
import { wordFor } from './matter/words.ts'
import { absoluteText } from './time-texts.ts'

type Details = Readonly<Record<string, unknown>>

/** Where no estate says otherwise. */
const ZONE = 'Asia/Shanghai'
const MOST_CHARACTERS = 80

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const quoted = (t: T, text: string): string =>
  t('named.quoted', { text: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text })
const listed = (t: T, parts: readonly string[]): string => [...new Set(parts)].join(t('named.comma'))
const ifAny = (parts: readonly string[], say: (parts: readonly string[]) => string): string | undefined =>
  parts.length > 0 ? say(parts) : undefined
const ifTime = (at: unknown, zone: string, say: (time: string) => string): string | undefined =>
  typeof at === 'string' && !Number.isNaN(instantMs(at)) ? say(absoluteText(instantMs(at), zone)) : undefined

/** What exactly is meant: the words, the points, the people, the time; nothing where the details do not tell. */
const named = (t: T, code: string, details: Details, zone: string): string | undefined => {
  const words = (found: unknown) =>
    ifAny(textsOf(found), (all) =>
      t('named.words', {
        list: listed(
          t,
          all.map((one) => quoted(t, one)),
        ),
      }),
    )
  switch (code) {
    case 'E_PHRASE':
    case 'E_NO_POWER':
    case 'W_PHRASE':
      return words(details.words)
    case 'E_PERSONAL_DATA':
      return words(details.found)
    case 'W_WORDING':
      return typeof details.wording === 'string' ? t('named.agreed', { list: quoted(t, details.wording) }) : undefined
    case 'E_POINTS_OPEN':
      return Array.isArray(details.open) && details.open.length === 0
        ? t('named.noPoints')
        : ifAny(textsOf(details.open), (open) => t('named.points', { list: listed(t, open) }))
    case 'E_EXPLAIN_MORE':
      return typeof details.needed === 'number'
        ? t('named.explained', { done: Number(details.done), needed: details.needed })
        : undefined
    case 'E_VOICES_OPEN':
      return typeof details.silent === 'number'
        ? t('named.voices', { silent: details.silent, unhappy: Number(details.unhappy) })
        : undefined
    case 'E_FILE_INCOMPLETE':
      return ifAny(textsOf(details.missing), (missing) =>
        t('named.missing', {
          list: listed(
            t,
            missing.map((part) => wordFor(t, `filePart.${part}`, part)),
          ),
        }),
      )
    case 'E_PERSUADE_FIRST':
      return listed(t, [
        ...(textsOf(details.missing).includes('talk')
          ? [t('named.talks', { talks: Number(details.talks), least: Number(details.least) })]
          : []),
        ...(textsOf(details.missing).includes('help') ? [t('named.noHelp')] : []),
      ])
    case 'E_NOTICE_FIRST':
    case 'E_NOTICE_OVER':
    case 'E_NOT_LATER':
      return typeof details.until === 'string' ? t('named.noticeUntil', { on: details.until }) : undefined
    case 'E_REOPEN_OVER':
      return ifTime(details.until, zone, (time) => t('named.until', { time }))
    case 'E_TOO_MANY':
      return t('named.tooMany', { count: String(details.count), most: String(details.most) })
    case 'E_SLIP_USED':
      return ifTime(details.at, zone, (time) =>
        t('named.slipUsed', { time, gate: String(details.gate), guard: String(details.guard) }),
      )
    case 'E_PROMISE_TOO_LATE':
      return ifTime(details.latest, zone, (time) => t('named.latest', { time }))
    default:
      return undefined
  }
}

const withNamed = (t: T, said: string, name: string | undefined): string =>
  name === undefined ? said : t('named.with', { said, named: name })

/** What a person is told about a failed call, with what it is about; faults of the page itself, and what it has no words for, count as internal. */
export const errorText = (t: T, error: unknown, zone = ZONE): string =>
  isApiError(error) && hasText(`error.${error.code}`)
    ? withNamed(t, t(`error.${error.code}`), named(t, error.code, error.details, zone))
    : t('error.E_INTERNAL')

export const warningText = (
  t: T,
  { code, details = {} }: { code: WarningCode; details?: Details | undefined },
  zone = ZONE,
): string => withNamed(t, t(`warning.${code}`), named(t, code, details, zone))
