import { Button } from 'antd'
import { KIND_NAMES, KINDS, type KindName } from '#contract/kinds/kinds.ts'
import { listMatters, type MatterLine } from '#contract/matters.ts'
import type { SentQuery } from '#contract/route.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { MatterCard } from '#ui/matter/matter-columns.tsx'
import { toneOfState } from '#ui/matter/matter-tone.ts'
import { wordFor } from '#ui/matter/words.ts'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { ErrorState, LoadingState } from '#ui/states.tsx'
import styles from './board.module.css'

type Query = Omit<NonNullable<SentQuery<typeof listMatters>>, 'cursor' | 'limit'>

const columnsOf = (kind: KindName): readonly string[] => {
  const final: readonly string[] = KINDS[kind].final
  return KINDS[kind].states.filter((state) => !final.includes(state))
}

const Column = ({ kind, state, query }: { kind: KindName; state: string; query: Query }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const pages = usePages(
    listMatters,
    { params: { estateId }, query: { ...query, kind, state, open: 'true', sort: 'due', limit: 20 } },
    { topics: ['matters'] },
  )
  return (
    <section
      className={styles.column}
      aria-label={`${t(`kind.${kind}`)} ${wordFor(t, `state.${kind}.${state}`, state)}`}
    >
      <header className={styles.head}>
        <StateTag tone={toneOfState(state, true)}>{wordFor(t, `state.${kind}.${state}`, state)}</StateTag>
        <span className="w-figures w-quiet">
          {pages.rows.length}
          {pages.hasNextPage ? '+' : ''}
        </span>
      </header>
      {pages.isPending ? <LoadingState rows={3} /> : null}
      {pages.error ? <ErrorState error={pages.error} onRetry={pages.refetch} compact /> : null}
      {pages.rows.map((row: MatterLine) => (
        <button key={row.id} type="button" className={styles.card} onClick={() => go(`matters/${row.id}`)}>
          <MatterCard row={row} plain />
        </button>
      ))}
      {pages.hasNextPage ? (
        <Button size="small" loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
    </section>
  )
}

/** The open matters of each kind, a column a state. */
export const BoardColumns = ({ query }: { query: Query }) => {
  const { t } = useTexts()
  const kinds = query.kind ? [query.kind] : KIND_NAMES
  return (
    <>
      {kinds.map((kind) => (
        <section key={kind}>
          <h2 className={styles.kind}>{t(`kind.${kind}`)}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
          <div className={styles.columns} tabIndex={0}>
            {columnsOf(kind).map((state) => (
              <Column key={state} kind={kind} state={state} query={query} />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}
