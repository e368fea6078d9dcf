import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ComplaintCase } from '#contract/complaint-case.ts'
import { complaint } from '#contract/kinds/complaint.ts'
import { complaintNeeds } from '#contract/kinds/complaint-needs.ts'
import { type MatterView, moveRoute } from '#contract/matters.ts'
import { type Fact, FactList } from '#ui/facts.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { MoveForm } from '#ui/moves/move-form.tsx'
import { useCan } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from '../matter-page.module.css'

const at = (instant: string | null) => (instant ? <Instant at={instant} show="absolute" /> : null)

const said = (words: string | null) => (words === null ? null : <p className={styles.said}>{words}</p>)

type Point = ComplaintCase['points'][number]

/** CP-115, CP-124: what the answer has to speak to; a point that came with a merged complaint says from which. */
const Points = ({ matter, points }: { matter: MatterView; points: readonly Point[] }) => {
  const { t } = useTexts()
  const can = useCan()
  const [answering, setAnswering] = useState<Point>()
  const route = useMemo(() => moveRoute('complaint', 'answerPoint'), [])
  if (points.length === 0) return null
  return (
    <>
      <h2 className={styles.next}>{t('complaint.points')}</h2>
      <ol className={styles.list}>
        {points.map((point) => (
          <li key={point.id} className={styles.row}>
            <span>
              <span className="w-figures w-faint">{point.no}</span> {point.text}
              {point.origin ? (
                <>
                  {' '}
                  <span className="w-quiet w-small">{t('complaint.pointFrom')}</span>{' '}
                  <EstateLink to={`matters/${point.origin.id}`}>{point.origin.number}</EstateLink>
                </>
              ) : null}
              {point.answer ? <span className={`w-quiet ${styles.quoted}`}>{point.answer}</span> : null}
            </span>
            <span className={styles.thumbs}>
              {point.answer ? null : <StateTag tone="waiting">{t('complaint.pointOpen')}</StateTag>}
              {matter.open && can('matter.write') ? (
                <Button size="small" onClick={() => setAnswering(point)}>
                  {t('complaint.pointAnswer')}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      {answering ? (
        <MoveForm
          shape={complaint}
          verb="answerPoint"
          route={route}
          subject={matter}
          touches={['matters', 'complaints', 'complaint']}
          hint={answering.text}
          look={{
            about: answering.id,
            schema: complaintNeeds.answerPoint.omit({ pointId: true }),
            initial: { answer: answering.answer ?? '' },
            toBody: (values) => ({ ...values, pointId: answering.id }),
          }}
          onDone={() => setAnswering(undefined)}
          onClose={() => setAnswering(undefined)}
        />
      ) : null}
    </>
  )
}

/** An online complaint: the post, its points, and the answer on its way through the review (CP-110 to CP-117). */
export const PostCard = ({ matter, of: c }: { matter: MatterView; of: ComplaintCase }) => {
  const { t } = useTexts()
  const { post } = c
  if (!post)
    return c.points.length > 0 ? (
      <section className={`w-card ${styles.block}`}>
        <Points matter={matter} points={c.points} />
      </section>
    ) : null
  const fact = (key: string, label: string, children: Fact['children'] | null): Fact[] =>
    children === null ? [] : [{ key, label, children }]
  const review = post.verdict ? (
    <>
      <StateTag tone={post.verdict === 'approved' ? 'good' : 'late'}>{wordFor(t, `verdict.${post.verdict}`)}</StateTag>{' '}
      {post.verdictReason}
    </>
  ) : post.reviewAskedAt ? (
    <StateTag tone="waiting">{t('complaint.reviewAsked')}</StateTag>
  ) : null
  const holding = post.holdingPublishedAt ? (
    <StateTag tone="good">{t('complaint.holdingPublished')}</StateTag>
  ) : post.holdingApprovedAt ? (
    <StateTag tone="good">{t('complaint.holdingApproved')}</StateTag>
  ) : (
    <StateTag tone="waiting">{t('complaint.holdingOpen')}</StateTag>
  )
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('complaint.post')}</h2>
      <FactList
        items={[
          ...fact('watch', t('field.watchId'), post.watch),
          ...fact('url', t('field.url'), said(post.url)),
          ...fact('account', t('field.account'), post.account),
          ...fact('posted', t('field.postedAt'), at(post.postedAt)),
          ...fact('forwarded', t('field.forwardedAt'), at(post.forwardedAt)),
          ...fact('facts', t('complaint.factsApproved'), at(c.factsApprovedAt)),
          ...fact('reply', t('complaint.reply'), said(post.reviewText)),
          ...fact('review', t('complaint.review'), review),
          ...fact(
            'holding',
            t('complaint.holding'),
            post.holdingText === null ? null : (
              <>
                {said(post.holdingText)}
                {holding}
              </>
            ),
          ),
          ...fact(
            'holdingAt',
            t('complaint.holdingAt'),
            post.holdingPublishedAt || post.verdict ? null : at(post.holdingAt),
          ),
        ]}
      />
      <Points matter={matter} points={c.points} />
    </section>
  )
}
