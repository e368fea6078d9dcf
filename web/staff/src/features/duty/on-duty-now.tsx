import { type DutyView, onDuty } from '#contract/duty.ts'
import { useTexts } from '#ui/i18n.ts'
import { PersonChip } from '#ui/person-chip.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './duty.module.css'
import { DutyHours, DutyState } from './duty-columns.tsx'

const AGAIN_MS = 60_000

const Post = ({ name, accepts, duties }: { name: string; accepts: boolean; duties: readonly DutyView[] }) => {
  const { t } = useTexts()
  return (
    <li className={`w-card ${styles.nowPost}`}>
      <h2>
        {name} {accepts ? <StateTag tone="active">{t('dutyPage.accepts')}</StateTag> : null}
      </h2>
      {duties.length === 0 ? <StateTag tone="late">{t('dutyPage.nobody')}</StateTag> : null}
      {duties.map((duty) => (
        <div key={duty.id} className={styles.nowDuty}>
          <PersonChip name={duty.staff.name} />
          <DutyHours duty={duty} />
          {duty.staff.phone ? (
            <a className="w-figures" href={`tel:${duty.staff.phone}`}>
              {duty.staff.phone}
            </a>
          ) : null}
          <DutyState duty={duty} />
        </div>
      ))}
    </li>
  )
}

/** Who is on duty at this moment, post by post; posts without anybody stand there too. */
export const OnDutyNow = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(onDuty, { params: { estateId } }, { topics: ['duty'], refetchInterval: AGAIN_MS })
  return (
    <QueryView query={query}>
      {({ rows, emptyPosts }) =>
        rows.length + emptyPosts.length === 0 ? (
          <EmptyState title={t('dutyPage.noPosts')} hint={t('dutyPage.noPostsHint')} />
        ) : (
          <ul className={styles.now}>
            {[...Map.groupBy(rows, (duty) => duty.post.id).entries()].map(([id, duties]) => (
              <Post
                key={id}
                name={duties[0]?.post.name ?? ''}
                accepts={duties[0]?.post.acceptsComplaints ?? false}
                duties={duties}
              />
            ))}
            {emptyPosts.map((post) => (
              <Post key={post.id} name={post.name} accepts={false} duties={[]} />
            ))}
          </ul>
        )
      }
    </QueryView>
  )
}
