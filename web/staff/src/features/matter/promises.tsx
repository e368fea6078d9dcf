import { Button } from 'antd'
import { KINDS } from '#contract/kinds/kinds.ts'
import { type MatterView, moveRoute } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import styles from './matter-page.module.css'

/** CP-022: what was promised to the customer, until when, and whether it was kept. */
export const Promises = ({ matter }: { matter: MatterView }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const notice = useNotice()
  const keep = useApiMutation(moveRoute(matter.kind, 'keepPromise'), {
    touches: ['matters', KINDS[matter.kind].plural],
    onError: notice.bad,
  })
  if (matter.promises.length === 0) return null
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('matter.promises')}</h2>
      <ul className={styles.list}>
        {matter.promises.map((promise) => (
          <li key={promise.id} className={styles.row}>
            <span>
              {promise.text} <span className="w-quiet w-small">{promise.madeBy.name}</span>
            </span>
            <span className={styles.thumbs}>
              {promise.brokenAt ? <StateTag tone="late">{t('matter.promiseBroken')}</StateTag> : null}
              {promise.keptAt ? (
                <StateTag tone="good">{t('matter.promiseKept')}</StateTag>
              ) : (
                <>
                  <TimeLeft dueAt={promise.dueAt} />
                  {matter.open && can('matter.write') ? (
                    <Button
                      size="small"
                      loading={keep.isPending}
                      onClick={() =>
                        keep.mutate({
                          params: { estateId, id: matter.id },
                          body: { version: matter.version, promiseId: promise.id },
                        })
                      }
                    >
                      {t('verb.keepPromise')}
                    </Button>
                  ) : null}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
