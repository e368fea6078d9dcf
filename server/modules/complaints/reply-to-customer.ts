import { serviceLanguage } from '#content/service-language.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import { detectPhrases, type PhraseHit } from '#contract/rules/service-language.ts'
import type { Uuid } from '#contract/values.ts'
import { warnOfHours } from '#modules/desk/index.ts'
import type { Matter } from '#modules/matters/index.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { queueMessages } from '#platform/notify/queue-messages.ts'
import { type CaseFacts, saveCase } from './case.store.ts'
import { personalDataOf } from './personal-data.ts'
import { isReply } from './reach.rules.ts'
import { topicsOf } from './wording/wording.store.ts'

export type Reply = {
  found: string
  measure: string
  responsibleId: Uuid
  nextAt: string
  way: string
  callAgreed: boolean
  reply?: string | undefined
}

/** What the customer hears: the words that were written, or what was found and what is done about it. */
const wordsOf = (input: Pick<Reply, 'found' | 'measure' | 'reply'>): string =>
  input.reply ?? `${input.found}\n${input.measure}`

/** The field from which the words at a place of these came. */
const fieldAt =
  (input: Pick<Reply, 'found' | 'reply'>) =>
  (at: number): string =>
    input.reply !== undefined ? 'body.reply' : at < input.found.length ? 'body.found' : 'body.measure'
const wordsAt = (text: string, hits: readonly PhraseHit[]) => ({
  phrases: hits.map(({ phrase }) => phrase),
  words: hits.map(({ start, end }) => text.slice(start, end)),
})

/**
 * CP-114, CP-117: what is published on line holds no phrase that hurts, unless quality approved it, and no personal data.
 * Pure but for the data it is given.
 */
export const checkPublished = (
  text: string,
  facts: Pick<CaseFacts, 'post'>,
  personal: readonly string[],
  field = 'body.reply',
  fieldOfPhrase: (at: number) => string = () => field,
): Refusal | undefined => {
  if (personal.length > 0) return refuse('E_PERSONAL_DATA', { field, details: { found: personal } })
  const hits = detectPhrases(text, serviceLanguage)
  const approved = facts.post?.verdict === 'approved' && facts.post.review_text?.trim() === text.trim()
  return hits[0] && !approved
    ? refuse('E_PHRASE', { field: fieldOfPhrase(hits[0].start), details: wordsAt(text, hits) })
    : undefined
}

/** The same of an answer, beside the field that holds the words. */
const checkReply = async (
  tx: Tx,
  matter: Matter,
  facts: CaseFacts,
  input: Pick<Reply, 'found' | 'measure' | 'reply'>,
): Promise<Refusal | undefined> => {
  const text = wordsOf(input)
  const field = fieldAt(input)
  const personal = await personalDataOf(tx, matter, facts, text)
  const inFound = personal.length > 0 && (await personalDataOf(tx, matter, facts, input.found)).length > 0
  return checkPublished(text, facts, personal, field(inFound ? 0 : text.length), field)
}

/** What else is posted about it: in words that may stand there, and where many will read it only after quality approved the answer. */
export const refuseUnpublishable = async (
  tx: Tx,
  matter: Matter,
  facts: CaseFacts,
  text: string,
  field: string,
): Promise<Refusal | undefined> =>
  matter.flags.includes('wideImpact') && facts.post?.verdict !== 'approved'
    ? refuse('E_REVIEW_MISSING', { field })
    : checkPublished(text, facts, await personalDataOf(tx, matter, facts, text), field)

/** CP-028, KN-301: warns of words that differ from the agreed ones or should not be said; they go out all the same. */
const warnOfWords = async (tx: Tx, { case: c }: CaseFacts, text: string, field: string): Promise<void> => {
  const hits = detectPhrases(text, serviceLanguage, { insideCompany: true })
  if (hits.length > 0) tx.warn({ code: 'W_PHRASE', field, details: wordsAt(text, hits) })
  // what was agreed for this case goes before what its topics say
  const agreed = c.wording ? [c.wording] : (await topicsOf(tx, c)).map((topic) => topic.text)
  for (const wording of agreed)
    if (!text.includes(wording.trim())) tx.warn({ code: 'W_WORDING', field, details: { wording } })
}

/** CP-074: a call at a blocked hour is warned of, unless it is urgent or the customer wanted it. */
const warnOfCall = async (tx: Tx, matter: Matter, { way, callAgreed }: Pick<Reply, 'way' | 'callAgreed'>) => {
  if (way === 'phone' && !callAgreed && !matter.urgent) await warnOfHours(tx, matter, 'body.way')
}

/** To the number that was left; nobody is written to who left none. */
const sendWords = async (tx: Tx, matter: Matter, template: string, body: string): Promise<void> => {
  if (!matter.contact_phone) return
  await queueMessages(tx, [
    {
      estateId: matter.estate_id,
      matterId: matter.id,
      channel: 'sms',
      template,
      language: 'zh',
      toKind: 'customer',
      ...(matter.customer_id ? { toId: matter.customer_id } : {}),
      ...(matter.customer_name ? { toName: matter.customer_name } : {}),
      toAddress: matter.contact_phone,
      body,
    },
  ])
}

/** CP-021, CP-028: news on the way: held to what may be posted, warned of like a reply, and sent where it is a message. */
export const sendNews = async (
  tx: Tx,
  matter: Matter,
  facts: CaseFacts,
  { way, callAgreed, text }: Pick<Reply, 'way' | 'callAgreed'> & { text: string },
): Promise<Refusal | undefined> => {
  const refused = way === 'post' ? await refuseUnpublishable(tx, matter, facts, text, 'body.text') : undefined
  if (refused) return refused
  await warnOfWords(tx, facts, text, 'body.text')
  await warnOfCall(tx, matter, { way, callAgreed })
  if (way === 'message') await sendWords(tx, matter, 'complaint.progress', text)
  return undefined
}

/**
 * CP-078, CP-079: the first valid reply stops the reply clock, and the customer gets its words.
 */
export const sendReply = async (
  tx: Tx,
  matter: Matter,
  facts: CaseFacts,
  input: Reply,
): Promise<Refusal | undefined> => {
  const text = wordsOf(input)
  if (input.way === 'post' || matter.flags.includes('online')) {
    const refused = await checkReply(tx, matter, facts, input)
    if (refused) return refused
  }
  await warnOfWords(tx, facts, text, fieldAt(input)(text.length))
  await warnOfCall(tx, matter, input)
  await saveCase(tx, matter, {
    first_reply_at: facts.case.first_reply_at ?? (isReply(matter, input.way) ? tx.now : null),
    responsible_id: input.responsibleId,
  })
  if (input.way === 'message') await sendWords(tx, matter, 'complaint.reply', text)
  return undefined
}

/** CP-063, CP-117: on the board it is the reply, from the day on which it hung there, and names nobody. */
export const answerOnBoard = async (
  tx: Tx,
  matter: Matter,
  facts: CaseFacts,
  input: Pick<Reply, 'found' | 'measure' | 'reply' | 'responsibleId'> & { hungAt: string },
): Promise<Refusal | undefined> => {
  const text = wordsOf(input)
  const refused = await checkReply(tx, matter, facts, input)
  if (refused) return refused
  await warnOfWords(tx, facts, text, fieldAt(input)(text.length))
  return saveCase(tx, matter, {
    first_reply_at: facts.case.first_reply_at ?? toInstant(input.hungAt),
    responsible_id: input.responsibleId,
  })
}
