import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useTexts } from '#ui/i18n.ts'
import styles from './mustknow.module.css'

type Part = { name: string; label: string; max: number; optional?: boolean }
type Row = Readonly<Record<string, string | undefined>>

/** Named entries of one field: fees, telephone numbers, questions. */
export const Entries = ({
  title,
  parts,
  rows,
  onChange,
}: {
  title: string
  parts: readonly Part[]
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
}) => {
  const { t } = useTexts()
  return (
    <fieldset className={styles.entries}>
      <legend>{title}</legend>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is being typed, so only the place tells entries apart
        <div key={at} className={styles.entry}>
          {parts.map((part) => (
            <Input
              key={part.name}
              value={row[part.name] ?? ''}
              placeholder={part.optional ? `${part.label} (${t('common.optional')})` : part.label}
              aria-label={`${title} ${at + 1}: ${part.label}`}
              maxLength={part.max}
              status={!part.optional && !(row[part.name] ?? '').trim() ? 'warning' : ''}
              onChange={(event) =>
                onChange(rows.map((other, i) => (i === at ? { ...other, [part.name]: event.target.value } : other)))
              }
            />
          ))}
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('mustKnowPage.removeEntry', { name: row.name || `${title} ${at + 1}` })}
            onClick={() => onChange(rows.filter((_row, i) => i !== at))}
          />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...rows, {}])}>
        {t('mustKnowPage.addEntry')}
      </Button>
    </fieldset>
  )
}
