import { Alert, Button, Form, Input, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { SheetContent, saveSheetDraft } from '#contract/must-know.ts'
import { errorText } from '#ui/error-text.ts'
import { useTexts } from '#ui/i18n.ts'
import { issueText, toIssue } from '#ui/issue-text.ts'
import { wordFor } from '#ui/matter/words.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { Entries } from './entries.tsx'
import styles from './mustknow.module.css'

const NUMBERS = ['landArea', 'floorArea', 'plotRatio', 'households', 'parkingSpaces'] as const
const FEES = ['property', 'housekeeping', 'passThrough', 'parking', 'clubhouse'] as const
const FACILITIES = ['parking', 'education', 'commerce', 'medical', 'leisure', 'security', 'transport', 'other'] as const

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={`w-card ${styles.group}`}>
    <h2>{title}</h2>
    {children}
  </section>
)

type Props = { version: number; content: SheetContent; summary: string | null; onDone: () => void }

/** The whole sheet as one form; the contract's schema is its only validation. */
export const Editor = ({ version, content: given, summary: said, onDone }: Props) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const [content, setContent] = useState<SheetContent>(given)
  const [summary, setSummary] = useState(said ?? '')
  const [wrong, setWrong] = useState<{ path: string; text: string }>()
  const save = useApiMutation(saveSheetDraft, { touches: ['must-know'] })
  const word = (key: string) => wordFor(t, `mustKnow.${key}`)
  const overview = (patch: SheetContent['overview']) =>
    setContent({ ...content, overview: { ...content.overview, ...patch } })
  const text = (key: string, value: string | null | undefined, onChange: (next: string | null) => void) => (
    <Form.Item key={key} label={word(key)} htmlFor={`sheet-${key}`} className={styles.wide ?? ''}>
      <Input.TextArea
        id={`sheet-${key}`}
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={500}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value.trim() === '' ? null : event.target.value)}
      />
    </Form.Item>
  )
  const submit = async () => {
    const parsed = SheetContent.safeParse(content)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const path = issue?.path.map(String) ?? []
      const place = path.findLast(
        (_part, at) => word(path.slice(0, at + 1).join('.')) !== `mustKnow.${path.slice(0, at + 1).join('.')}`,
      )
      const known = place ? path.slice(0, path.indexOf(place) + 1).join('.') : ''
      setWrong({ path: known, text: issue ? issueText(t, toIssue(issue, undefined)) : '' })
      return
    }
    setWrong(undefined)
    try {
      const answer = await save.mutateAsync({
        params: { estateId },
        body: { version, content: parsed.data, ...(summary.trim() ? { summary: summary.trim() } : {}) },
      })
      notice.good(t('mustKnowPage.draftSaved'))
      notice.warn(answer.warnings)
      onDone()
    } catch (error) {
      setWrong({ path: '', text: errorText(t, error) })
    }
  }
  return (
    <Form layout="vertical" component="div">
      <Group title={t('sheetGroup.overview')}>
        <div className={styles.fields}>
          {text('overview.address', content.overview.address, (address) => overview({ address }))}
          {NUMBERS.map((name) => (
            <Form.Item key={name} label={word(`overview.${name}`)} htmlFor={`sheet-${name}`}>
              <InputNumber
                id={`sheet-${name}`}
                min={0}
                style={{ width: '100%' }}
                value={content.overview[name] ?? null}
                onChange={(value) => overview({ [name]: value })}
              />
            </Form.Item>
          ))}
          {text('overview.buildingTypes', content.overview.buildingTypes, (buildingTypes) =>
            overview({ buildingTypes }),
          )}
        </div>
      </Group>
      <Group title={t('sheetGroup.fees')}>
        {FEES.map((name) => (
          <Entries
            key={name}
            title={word(`fees.${name}`)}
            parts={[
              { name: 'name', label: t('mustKnowPage.entryName'), max: 60 },
              { name: 'price', label: t('mustKnowPage.entryPrice'), max: 100 },
              { name: 'note', label: t('mustKnowPage.entryNote'), max: 300, optional: true },
            ]}
            rows={content.fees[name] ?? []}
            onChange={(rows) =>
              setContent({
                ...content,
                fees: {
                  ...content.fees,
                  [name]: rows.map((row) => ({
                    name: row.name ?? '',
                    price: row.price ?? '',
                    ...(row.note ? { note: row.note } : {}),
                  })),
                },
              })
            }
          />
        ))}
      </Group>
      <Group title={t('sheetGroup.facilities')}>
        <div className={styles.fields}>
          {FACILITIES.map((name) =>
            text(`facilities.${name}`, content.facilities[name], (value) =>
              setContent({ ...content, facilities: { ...content.facilities, [name]: value } }),
            ),
          )}
        </div>
      </Group>
      <Group title={t('sheetGroup.phones')}>
        <Entries
          title={word('phones')}
          parts={[
            { name: 'name', label: t('mustKnowPage.entryName'), max: 60 },
            { name: 'number', label: t('mustKnowPage.entryNumber'), max: 60 },
            { name: 'note', label: t('mustKnowPage.entryNote'), max: 300, optional: true },
          ]}
          rows={content.phones}
          onChange={(rows) =>
            setContent({
              ...content,
              phones: rows.map((row) => ({
                name: row.name ?? '',
                number: row.number ?? '',
                ...(row.note ? { note: row.note } : {}),
              })),
            })
          }
        />
      </Group>
      <Group title={t('sheetGroup.more')}>
        <Entries
          title={word('more')}
          parts={[
            { name: 'name', label: t('mustKnowPage.entryQuestion'), max: 60 },
            { name: 'answer', label: t('mustKnowPage.entryAnswer'), max: 1000 },
            { name: 'keywords', label: t('mustKnowPage.entryKeywords'), max: 200, optional: true },
          ]}
          rows={content.more}
          onChange={(rows) =>
            setContent({
              ...content,
              more: rows.map((row) => ({
                name: row.name ?? '',
                answer: row.answer ?? '',
                ...(row.keywords ? { keywords: row.keywords } : {}),
              })),
            })
          }
        />
      </Group>
      <Group title={t('mustKnowPage.summary')}>
        <Input.TextArea
          aria-label={t('mustKnowPage.summary')}
          autoSize={{ minRows: 2 }}
          maxLength={500}
          value={summary}
          onChange={(event) => setSummary(event.target.value)}
        />
      </Group>
      <div className={styles.bar}>
        {wrong ? (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={[wrong.path ? word(wrong.path) : '', wrong.text].filter(Boolean).join(' · ')}
          />
        ) : null}
        <Button type="primary" loading={save.isPending} onClick={() => void submit()}>
          {t('mustKnowPage.saveDraft')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </Form>
  )
}
