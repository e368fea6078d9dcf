import { Alert } from 'antd'
import { type SurveyView, saveSurvey } from '#contract/surveys.ts'
import { hasText, useTexts } from '#ui/i18n.ts'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { AskedQuestions } from './asked.tsx'
import { Editor } from './editor.tsx'
import { Planned, Sample } from './sample.tsx'
import styles from './survey.module.css'

/** A draft of the estate; of a questionnaire of the company only the sample is the estate's own. */
export const Design = ({ survey, onDirty }: { survey: SurveyView; onDirty: (dirty: boolean) => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const save = useApiMutation(saveSurvey)
  const { opensOn, openRefused } = survey
  const why = `error.${openRefused ?? ''}`
  const opening = opensOn
    ? openRefused === null
      ? t('survey.opensByItself', { date: opensOn })
      : t('survey.notOpened', { date: opensOn, why: hasText(why) ? t(why) : openRefused })
    : undefined
  return (
    <Editor
      survey={survey}
      schema={saveSurvey.body}
      saving={save.isPending}
      onDirty={onDirty}
      onSave={(body) => save.mutateAsync({ params: { estateId, id: survey.id }, body })}
      {...(survey.templateId === null
        ? {}
        : {
            fixed: (
              <>
                <Alert
                  className={styles.gap ?? ''}
                  type={openRefused === null ? 'info' : 'warning'}
                  showIcon
                  title={t('survey.ofCompany')}
                  description={opening}
                />
                <AskedQuestions list={survey.list} />
              </>
            ),
          })}
      sample={({ work, dirty, onChange }) => (
        <Sample kind={survey.kind} work={work} onChange={onChange} withSeed>
          {dirty ? null : <Planned survey={survey} work={work} onChange={onChange} />}
        </Sample>
      )}
    />
  )
}
