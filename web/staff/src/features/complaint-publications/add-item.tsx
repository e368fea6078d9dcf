import { Select } from 'antd'
import { useState } from 'react'
import { listComplaints } from '#contract/complaint-list.ts'
import { useTexts } from '#ui/i18n.ts'
import { wordFor } from '#ui/matter/words.ts'
import { useDebounced } from '#ui/pickers/use-debounced.ts'
import { useApiQuery } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import styles from './publications.module.css'
import type { WorkItem } from './work.rules.ts'

const TYPING_MS = 200
const MOST = 20

/** CP-137: a person may publish what was not proposed, closed complaints too; its words are that person's own. */
export const AddItem = ({ known, onAdd }: { known: readonly string[]; onAdd: (item: WorkItem) => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), TYPING_MS)
  const found = useApiQuery(listComplaints, q ? { params: { estateId }, query: { q, limit: MOST } } : null)
  if (!can('complaint.read_reports')) return null
  const rows = (q ? (found.data?.rows ?? []) : []).filter(({ id }) => !known.includes(id))
  const add = (id: string) => {
    const row = rows.find((one) => one.id === id)
    setTyped('')
    if (!row) return
    const category = row.categoryFinal ?? row.categoryInitial ?? 'C8'
    onAdd({
      matterId: row.id,
      category,
      // CP-138: of a dispute the type alone; the server writes it again
      text: category.startsWith('C6')
        ? t('complaintRecordWord.dispute', { category: wordFor(t, `category.${category}`, category) })
        : '',
      outcome: '',
      include: true,
      number: row.number,
      stateNow: row.state,
      proposed: false,
    })
  }
  return (
    <Select
      className={styles.add ?? ''}
      aria-label={t('publication.addItem')}
      placeholder={t('publication.addItem')}
      value={null}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      notFoundContent={q && !found.isPending ? t('publication.nothingFound') : null}
      options={rows.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      onChange={(id: string | null) => {
        if (id) add(id)
      }}
    />
  )
}
