import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { sendLineReport } from '#contract/inventory.ts'
import type { Line } from '#contract/permissions.ts'
import { type ApiError, isApiError } from '#ui/api-error.ts'
import { errorText } from '#ui/error-text.ts'
import { dropDraft, readDraft, writeDraft } from '#ui/form/draft.ts'
import { FieldWidget } from '#ui/form/widgets.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import styles from './line-reports.module.css'

const Item = z.object({ text: z.string(), matterId: z.string().optional() })
type Item = z.infer<typeof Item>
const Draft = z.object({ text: z.string().default(''), items: z.array(Item).default([]) })

/** What the line has to report, with single points that may belong to a matter. */
export const SendReport = ({
  line,
  slot,
  times,
  onSlot,
}: {
  line: Line
  slot: string
  times: readonly string[]
  onSlot: (slot: string) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const draftKey = `line-report ${line}`
  const [draft, setDraft] = useState(() => {
    const read = Draft.safeParse(readDraft(draftKey) ?? {})
    return read.success ? read.data : { text: '', items: [] }
  })
  const [problem, setProblem] = useState<ApiError>()
  const [tried, setTried] = useState(false)
  const send = useApiMutation(sendLineReport, { touches: ['inventory', 'desk', 'matters'] })
  useEffect(() => writeDraft(draftKey, draft), [draftKey, draft])
  const patch = (at: number, part: Partial<Item>) =>
    setDraft({ ...draft, items: draft.items.map((item, index) => (index === at ? { ...item, ...part } : item)) })
  const save = async () => {
    setTried(true)
    if (!draft.text.trim()) return
    setProblem(undefined)
    try {
      await send.mutateAsync({
        params: { estateId },
        body: {
          line,
          slot,
          text: draft.text,
          items: draft.items
            .filter((item) => item.text.trim() !== '')
            .map(({ text, matterId }) => ({ text, ...(matterId ? { matterId } : {}) })),
        },
      })
      setDraft({ text: '', items: [] })
      dropDraft(draftKey)
      setTried(false)
      notice.good(t('lineReports.sent', { line: t(`line.${line}`), time: slot }))
    } catch (error) {
      if (!isApiError(error)) throw error
      setProblem(error)
    }
  }
  return (
    <form
      className={`w-card ${styles.send}`}
      aria-label={t('lineReports.send')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={styles.row}>
        <h2>
          {t('lineReports.send')} · {t(`line.${line}`)}
        </h2>
        <Select
          value={slot}
          aria-label={t('lineReports.time')}
          onChange={(next: string) => onSlot(next)}
          options={times.map((value) => ({ value, label: value }))}
        />
      </div>
      <Input.TextArea
        value={draft.text}
        maxLength={4000}
        autoSize={{ minRows: 3, maxRows: 10 }}
        placeholder={t('lineReports.placeholder')}
        aria-label={t('lineReports.placeholder')}
        {...(tried && !draft.text.trim() ? { status: 'error', 'aria-invalid': true } : {})}
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
      />
      {draft.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points have no name of their own until they are sent
        <div key={at} className={styles.item}>
          <Input
            value={item.text}
            maxLength={500}
            placeholder={t('lineReports.point')}
            aria-label={`${t('lineReports.point')} ${at + 1}`}
            onChange={(event) => patch(at, { text: event.target.value })}
          />
          <div className={styles.matter}>
            <FieldWidget
              value={item.matterId}
              onChange={(next) => patch(at, { matterId: typeof next === 'string' ? next : undefined })}
              spec={{ label: t('nav.matter'), widget: 'matter', placeholder: t('lineReports.matter') }}
              kind={{ kind: 'text', maxLength: undefined }}
              aria-label={`${t('lineReports.matter')} ${at + 1}`}
            />
          </div>
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('lineReports.removePoint', { at: at + 1 })}
            onClick={() => setDraft({ ...draft, items: draft.items.filter((_, index) => index !== at) })}
          />
        </div>
      ))}
      {problem ? (
        <p role="alert" className={styles.bad}>
          {errorText(t, problem)}
        </p>
      ) : null}
      <div className={styles.row}>
        <Button
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setDraft({ ...draft, items: [...draft.items, { text: '' }] })}
        >
          {t('lineReports.addPoint')}
        </Button>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('lineReports.send')}
        </Button>
      </div>
    </form>
  )
}
