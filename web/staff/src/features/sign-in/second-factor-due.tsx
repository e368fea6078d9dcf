import { useTexts } from '#ui/i18n.ts'
import { usePageTitle } from '#ui/page-header.tsx'
import { EnrolStep } from './enrol-step.tsx'
import { Frame } from './frame.tsx'

/** Stands before everything else while an account must set up its second factor. */
export const SecondFactorDue = ({ onDone, password }: { onDone: () => void; password?: string | undefined }) => {
  const { t } = useTexts()
  usePageTitle(t('signIn.enrolTitle'))
  return (
    <Frame>
      <EnrolStep onDone={onDone} password={password} />
    </Frame>
  )
}
