import { useState } from 'react'
import { z } from 'zod'
import { Fen, InstantInput, LocalDate, LocalTime, optionalText, text } from '#contract/values.ts'
import { ApiError } from '#ui/api-error.ts'
import { FileUpload, type UploadedFile } from '#ui/file/file-upload.tsx'
import { SignaturePad } from '#ui/file/signature-pad.tsx'
import { SchemaForm } from '#ui/form/schema-form.tsx'
import { useNotice } from '#ui/notice.tsx'
import styles from './kitchen.module.css'
import { Section } from './section.tsx'

const Sample = z.object({
  title: text(40),
  line: z.enum(['repair', 'cleaning', 'security', 'greening', 'housekeeping', 'finance']),
  urgency: z.enum(['normal', 'urgent']),
  appointment: InstantInput,
  promisedOn: LocalDate.optional(),
  from: LocalTime.optional(),
  priceFen: Fen.optional(),
  persons: z.number().int().min(1).max(20),
  noCall: z.boolean().default(false),
  ways: z.array(z.enum(['phone', 'sms', 'visit'])).min(1),
  said: text(2000),
  note: optionalText(100),
})
const PAUSE_MS = 700
const STEPS = [30, 60, 90, 100]
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export const FormSamples = () => {
  const notice = useNotice()
  const [files, setFiles] = useState<readonly UploadedFile[]>([{ id: 'a', name: '厨房水龙头.jpg', size: 840_000 }])
  return (
    <div className={styles.columns}>
      <Section title="SchemaForm">
        <SchemaForm
          schema={Sample}
          columns={2}
          draftKey="kitchen"
          initial={{ persons: 1 }}
          fields={{
            title: { label: '标题', placeholder: '一句话说明', span: 2 },
            line: {
              label: '业务线',
              options: [
                { value: 'repair', label: '维修' },
                { value: 'cleaning', label: '保洁' },
                { value: 'security', label: '安全' },
                { value: 'greening', label: '绿化' },
                { value: 'housekeeping', label: '家政' },
                { value: 'finance', label: '财务' },
              ],
            },
            urgency: {
              label: '紧急程度',
              options: [
                { value: 'normal', label: '一般' },
                { value: 'urgent', label: '紧急' },
              ],
            },
            appointment: { label: '上门时间', help: '业务线答复后才能约定' },
            promisedOn: { label: '承诺日期' },
            from: { label: '开始时间' },
            priceFen: { label: '报价' },
            persons: { label: '人数' },
            noCall: { label: '客户不希望回访' },
            ways: {
              label: '答复方式',
              options: [
                { value: 'phone', label: '电话' },
                { value: 'sms', label: '短信' },
                { value: 'visit', label: '当面' },
              ],
            },
            note: { label: '备注', when: (values) => values.urgency === 'urgent' },
            said: { label: '客户原话' },
          }}
          onSubmit={async (value) => {
            await pause(PAUSE_MS)
            if (value.title === '错') throw new ApiError({ code: 'E_TIME_PAST', status: 422, field: 'appointment' })
            notice.good('已提交')
          }}
        />
      </Section>
      <div>
        <Section title="FileUpload">
          <FileUpload
            value={files}
            onChange={setFiles}
            maxFiles={4}
            upload={async (file, { key, onProgress }) => {
              for (const percent of STEPS) {
                await pause(PAUSE_MS / 2)
                onProgress(percent)
              }
              if (file.name.includes('fail')) throw new ApiError({ code: 'E_NETWORK', status: 0 })
              return { id: key, name: file.name, size: file.size }
            }}
          />
        </Section>
        <Section title="SignaturePad">
          <SignaturePad onChange={() => undefined} />
        </Section>
      </div>
    </div>
  )
}
