import { StopOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTexts } from '../i18n.ts'
import { useCan } from '../session.tsx'
import { type Because, ReportViolation } from './report-form.tsx'

/** Opens the form where something forbidden was seen: the list, a home, the finding of a patrol, a complaint. */
export const ReportViolationButton = ({
  primary = false,
  small = false,
  ...of
}: {
  because?: Because
  unitId?: string
  primary?: boolean
  small?: boolean
}) => {
  const { t } = useTexts()
  const can = useCan()
  const [open, setOpen] = useState(false)
  if (!can('violation.report') && !can('violation.handle')) return null
  return (
    <>
      <Button
        icon={<StopOutlined aria-hidden />}
        type={primary ? 'primary' : 'default'}
        size={small ? 'small' : 'middle'}
        onClick={() => setOpen(true)}
      >
        {t('violation.report')}
      </Button>
      {open ? <ReportViolation {...of} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
