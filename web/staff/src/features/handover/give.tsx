import { Alert, Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import { listMyDuties, listPosts } from '#contract/duty.ts'
import { openHandover } from '#contract/handover.ts'
import { listMatters } from '#contract/matters.ts'
import { type ApiError, isApiError } from '#ui/api-error.ts'
import { errorText } from '#ui/error-text.ts'
import { FieldWidget } from '#ui/form/widgets.tsx'
import { useTexts } from '#ui/i18n.ts'
import { MatterState } from '#ui/matter/matter-state.tsx'
import { fenOf } from '#ui/money.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation, useApiQuery, usePages } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { emptyDraft, type Fault, readDraft, toEntries } from './entries.rules.ts'
import { GroupEditor } from './group-editor.tsx'
import styles from './handover.module.css'
import { keep, readKept } from './kept.ts'
import { AlreadyOpen } from './told.tsx'

const DRAFT = 'give'
/** A longer list is folded: what one has to write stands first. */
const FEW = 8

/** What the system will freeze: the open matters that I act on. */
const InHand = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const pages = usePages(
    listMatters,
    { params: { estateId }, query: { mine: 'handler', open: 'true', limit: 100 } },
    { topics: ['matters'] },
  )
  if (pages.rows.length === 0) return <p className="w-quiet">{t('handover.nothingInHand')}</p>
  return (
    <details open={pages.rows.length <= FEW}>
      <summary>{t('handover.inHand', { count: `${pages.rows.length}${pages.hasNextPage ? '+' : ''}` })}</summary>
      <ul className={styles.items}>
        {pages.rows.map((row) => (
          <li key={row.id}>
            <span className={styles.itemWhat}>
              <span className="w-figures w-faint">{row.number}</span> {row.title}
            </span>
            <MatterState matter={row} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The giver fills the record and opens the handover of a post. */
export const Give = ({ onOpened, onClose }: { onOpened: (id: string) => void; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const posts = useApiQuery(listPosts, { params: { estateId } }, { topics: ['duty'] })
  const duties = useApiQuery(listMyDuties, { params: { estateId }, query: { limit: 10 } }, { topics: ['duty'] })
  const [draft, setDraft] = useState(() => readDraft(readKept(DRAFT)))
  const [postId, setPostId] = useState<string>()
  const [takerId, setTakerId] = useState<string>()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [refused, setRefused] = useState<ApiError>()
  const open = useApiMutation(openHandover, { touches: ['handover', 'handovers', 'matters', 'duty'] })
  useEffect(() => keep(DRAFT, draft), [draft])

  const send = async (post: string) => {
    const sent = toEntries(draft, fenOf)
    if ('faults' in sent) return setFaults(sent.faults)
    setFaults([])
    setRefused(undefined)
    try {
      const handover = await open.mutateAsync({
        params: { estateId },
        body: { postId: post, groups: sent.entries, ...(takerId ? { toStaffId: takerId } : {}) },
      })
      keep(DRAFT, undefined)
      setDraft(emptyDraft())
      notice.good(t('handover.opened', { number: handover.number }))
      onOpened(handover.id)
    } catch (error) {
      if (!isApiError(error)) throw error
      setRefused(error)
    }
  }
  return (
    <QueryView query={posts}>
      {({ rows }) => {
        const active = rows.filter((post) => post.active)
        const running = duties.data?.rows.find((duty) => duty.endedAt === null && Date.parse(duty.from) <= Date.now())
        const post = postId ?? running?.post.id ?? active[0]?.id
        if (active.length === 0)
          return (
            <EmptyState
              title={t('handover.noPosts')}
              hint={t('handover.noPostsHint')}
              actions={<Button onClick={onClose}>{t('common.back')}</Button>}
            />
          )
        return (
          <section className={`w-card ${styles.block}`} aria-label={t('handover.give')}>
            <h2>{t('handover.give')}</h2>
            <div className={styles.head}>
              <div className={styles.field}>
                <span>{t('handover.post')}</span>
                <Select
                  aria-label={t('handover.post')}
                  value={post ?? null}
                  onChange={(next: string) => setPostId(next)}
                  options={active.map((one) => ({ value: one.id, label: one.name }))}
                />
              </div>
              <div className={styles.field}>
                <span>{t('handover.taker')}</span>
                <FieldWidget
                  value={takerId}
                  onChange={(next) => setTakerId(typeof next === 'string' ? next : undefined)}
                  spec={{ label: t('handover.taker'), widget: 'staff', placeholder: t('handover.anyTaker') }}
                  kind={{ kind: 'text', maxLength: undefined }}
                  aria-label={t('handover.taker')}
                />
              </div>
            </div>
            <GroupEditor draft={draft} faults={faults} onChange={setDraft} />
            <InHand />
            {faults.length > 0 ? (
              <Alert type="error" showIcon title={t('handover.faults', { count: faults.length })} />
            ) : null}
            {refused ? (
              refused.code === 'E_HANDOVER_OPEN' ? (
                <AlreadyOpen error={refused} onShow={onOpened} />
              ) : (
                <Alert type="error" showIcon title={errorText(t, refused)} />
              )
            ) : null}
            <div className={styles.acts}>
              <Button type="primary" loading={open.isPending} disabled={!post} onClick={() => post && void send(post)}>
                {t('handover.open')}
              </Button>
              <Button onClick={onClose}>{t('common.cancel')}</Button>
            </div>
          </section>
        )
      }}
    </QueryView>
  )
}
