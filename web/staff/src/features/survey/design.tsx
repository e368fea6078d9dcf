import { Alert } from 'antd'
import { type SurveyView, saveSurvey } from '#contract/surveys.ts'
import { useTexts } from '#ui/i18n.ts'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { AskedQuestions } from './asked.tsx'
import { Editor } from './editor.tsx'
import { Planned, Sample } from './sample.tsx'
import styles from './survey.module.css'

/** A draft of the estate; of a questionnaire of the company only the sample is the estate's own. */
export const Design = ({ survey }: { survey: SurveyView }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const save = useApiMutation(saveSurvey)
  return (
    <Editor
      survey={survey}
      schema={saveSurvey.body}
      saving={save.isPending}
      onSave={(body) => save.mutateAsync({ params: { estateId, id: survey.id }, body })}
      {...(survey.templateId === null
        ? {}
        : {
            fixed: (
              <>
                <Alert
                  className={styles.gap ?? ''}
                  type="info"
                  showIcon
                  title={t('survey.ofCompany')}
                  description={survey.opensOn ? t('survey.opensByItself', { date: survey.opensOn }) : undefined}
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
