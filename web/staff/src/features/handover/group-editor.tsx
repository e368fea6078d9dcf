import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { HANDOVER_GROUPS, type HandoverGroup } from '#contract/handover.ts'
import { useTexts } from '#ui/i18n.ts'
import { asksAmount, asksCount, type Draft, type EntryDraft, type Fault } from './entries.rules.ts'
import styles from './handover.module.css'

const BLANK: EntryDraft = { text: '', count: '', amount: '' }

const Group = ({
  group,
  entries,
  faults,
  onChange,
}: {
  group: HandoverGroup
  entries: readonly EntryDraft[]
  faults: readonly Fault[]
  onChange: (entries: EntryDraft[]) => void
}) => {
  const { t } = useTexts()
  const name = t(`handoverGroup.${group}`)
  const patch = (at: number, part: Partial<EntryDraft>) =>
    onChange(entries.map((entry, index) => (index === at ? { ...entry, ...part } : entry)))
  const mark = (at: number, field: keyof EntryDraft) =>
    faults.some((fault) => fault.group === group && fault.at === at && fault.field === field)
      ? ({ status: 'error', 'aria-invalid': true } as const)
      : {}
  return (
    <fieldset className={styles.group}>
      <legend>{name}</legend>
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own until they are sent
        <div key={at} className={styles.entry}>
          <Input
            {...mark(at, 'text')}
            value={entry.text}
            maxLength={300}
            placeholder={t(`handover.hint.${group}`)}
            aria-label={t('handover.line', { group: name, at: at + 1 })}
            onChange={(event) => patch(at, { text: event.target.value })}
          />
          {asksCount(group) ? (
            <Input
              {...mark(at, 'count')}
              className={styles.number ?? ''}
              value={entry.count}
              inputMode="numeric"
              placeholder={t('handover.count')}
              aria-label={`${name} ${t('handover.count')} ${at + 1}`}
              onChange={(event) => patch(at, { count: event.target.value })}
            />
          ) : null}
          {asksAmount(group) ? (
            <Input
              {...mark(at, 'amount')}
              className={styles.number ?? ''}
              value={entry.amount}
              inputMode="decimal"
              prefix="¥"
              placeholder={t('handover.amount')}
              aria-label={`${name} ${t('handover.amount')} ${at + 1}`}
              onChange={(event) => patch(at, { amount: event.target.value })}
            />
          ) : null}
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('handover.removeLine', { group: name, at: at + 1 })}
            onClick={() => onChange(entries.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => onChange([...entries, BLANK])}
      >
        {t('handover.addLine')}
      </Button>
    </fieldset>
  )
}

/** The seven groups of the record; the open items themselves are listed by the system. */
export const GroupEditor = ({
  draft,
  faults,
  onChange,
}: {
  draft: Draft
  faults: readonly Fault[]
  onChange: (draft: Draft) => void
}) => (
  <div className={styles.groups}>
    {HANDOVER_GROUPS.map((group) => (
      <Group
        key={group}
        group={group}
        entries={draft[group]}
        faults={faults}
        onChange={(entries) => onChange({ ...draft, [group]: entries })}
      />
    ))}
  </div>
)
