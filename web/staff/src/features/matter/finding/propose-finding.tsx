import { SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { proposeFinding } from '#contract/findings.ts'
import type { MatterView } from '#contract/matters.ts'
import { SchemaForm } from '#ui/form/schema-form.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { Sheet } from '#ui/moves/sheet.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import './findable-fields.tsx'

const schema = proposeFinding.body.omit({ complaintId: true })

/** From a complaint to what is wrong at the place it speaks of; joins the finding that is open there. */
export const ProposeFinding = ({ matter, touchpoint }: { matter: MatterView; touchpoint: string | null }) => {
  const { t } = useTexts()
  const can = useCan()
  const [open, setOpen] = useState(false)
  const at = TOUCHPOINTS.find((code) => code === touchpoint)
  if (at === undefined || !(can('inspection.do') || can('finding.handle'))) return null
  return (
    <>
      <Button icon={<SearchOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('finding.propose')}
      </Button>
      {open ? <Form matter={matter} touchpoint={at} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

type FormProps = { matter: MatterView; touchpoint: (typeof TOUCHPOINTS)[number]; onClose: () => void }
const Form = ({ matter, touchpoint, onClose }: FormProps) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const go = useGo()
  const propose = useApiMutation(proposeFinding, { touches: ['matters', 'findings'] })
  return (
    <Sheet title={`${t('finding.propose')} · ${t(`touchpoint.${touchpoint}`)}`} onClose={onClose}>
      <p className="w-quiet">{t('finding.proposeHint')}</p>
      <SchemaForm
        schema={schema}
        fields={{
          placeId: { label: t('field.placeId'), widget: 'findablePlace', extra: touchpoint },
          itemId: { label: t('field.itemId'), widget: 'findableItem', extra: touchpoint, span: 2 },
          note: { label: t('field.note') },
          fileIds: { label: t('field.photoIds'), widget: 'photos', span: 2 },
        }}
        onSubmit={async (values) => {
          const made = await propose.mutateAsync({
            params: { estateId },
            body: { ...values, complaintId: matter.id },
          })
          notice.good(t(made.joined ? 'finding.joined' : 'finding.proposed', { number: made.number }))
          onClose()
          go(`matters/${made.id}`)
        }}
        submitLabel={t('finding.propose')}
        onCancel={onClose}
        draftKey={`propose finding ${matter.id}`}
      />
    </Sheet>
  )
}
