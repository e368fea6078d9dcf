import { isRefusal } from '#contract/refusal.ts'
import type { SurveyQuestion } from '#contract/survey-questions.ts'
import { listSurveyInvitations, showSurveyLink } from '#contract/survey-run.ts'
import { SurveyView } from '#contract/surveys.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { handsOf } from './desk-house.ts'
import type { StaffWeb } from './staff-web.ts'

const question = (no: number, zh: string, en: string, touchpoint: SurveyQuestion['touchpoint']): SurveyQuestion => ({
  no,
  touchpoint,
  itemId: null,
  zh,
  en,
  asks: ['pair'],
  classDefault: 'attractive',
  effort: 1,
})

/** Surveys of the demo's people made through the routes, and the links of those who were asked. */
export const openSurveyPages = async ({ browser, server }: StaffWeb) => {
  const { house, estateId } = server
  const { request } = await browser.newContext()
  const head = await handsOf(request, server, 'kefuzhuguan')
  const base = `/api/v1/estates/${estateId}/surveys`
  let survey: SurveyView
  const read = async () => SurveyView.parse(await head.get(`${base}/${survey.id}`))
  return {
    estateId,
    head,
    base,
    surveyId: () => survey.id,
    /** A Kano survey of two attributes, opened for ten people; their links by the number on the slip. */
    openedLinks: async (given: { anonymous: boolean }): Promise<string[]> => {
      const made = SurveyView.parse(
        await head.send('post', base, { kind: 'kano', titleZh: '服务品质问卷', titleEn: 'What matters' }),
      )
      const saved = SurveyView.parse(
        await head.send('put', `${base}/${made.id}`, {
          version: made.version,
          titleZh: made.titleZh,
          titleEn: made.titleEn,
          introZh: '请告诉我们您看重什么。',
          introEn: 'Tell us what you care for.',
          questions: [question(1, '借伞', 'Umbrellas', 'T11'), question(2, '电梯空调', 'A cool lift', 'T12')],
          freeText: true,
          anonymous: given.anonymous,
          sample: { method: 'random', size: 10, seed: '0123abcd' },
        }),
      )
      survey = SurveyView.parse(await head.send('post', `${base}/${made.id}/open`, { version: saved.version }))
      const list = listSurveyInvitations.response.parse(await head.get(`${base}/${made.id}/invitations`))
      const links: string[] = []
      for (const { id } of list.rows) {
        const { link } = showSurveyLink.response.parse(
          await head.send('post', `${base}/${made.id}/invitations/${id}/link`, { purpose: '试填' }),
        )
        links.push(`${server.url}${new URL(link).pathname}`)
      }
      return links
    },
    answered: async () => (await read()).answered,
    /** The one behind a slip is written to in English. */
    speaksEnglish: async (no: number) => {
      const done = await inTransaction(house.database, { scope: [estateId] }, ({ db }) =>
        db
          .updateTable('customer')
          .set({ language: 'en' })
          .where('id', 'in', (eb) =>
            eb
              .selectFrom('survey_invitation')
              .select((i) => i.ref('customer_id').$notNull().as('id'))
              .where('survey_id', '=', survey.id)
              .where('no', '=', no),
          )
          .execute(),
      )
      if (isRefusal(done)) throw new Error(done.code)
    },
    expire: async () => {
      const done = await inTransaction(house.database, { scope: [estateId] }, ({ db }) =>
        db
          .updateTable('survey_invitation')
          .set({ expires_at: '2026-01-01T00:00:00.000Z' })
          .where('survey_id', '=', survey.id)
          .execute(),
      )
      if (isRefusal(done)) throw new Error(done.code)
    },
  }
}
