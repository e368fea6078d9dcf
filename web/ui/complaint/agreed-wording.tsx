import { Alert } from 'antd'
import type { ComplaintCase } from '#contract/complaint-case.ts'
import { useTexts } from '../i18n.ts'

/** CP-028: what everybody says to this customer; what was agreed for the case goes before what its topics say. */
export const AgreedWording = ({
  of: { wording, wordingBy, topics },
}: {
  of: Pick<ComplaintCase, 'wording' | 'wordingBy' | 'topics'>
}) => {
  const { t } = useTexts()
  if (wording === null)
    return topics.map(({ id, title, text }) => (
      <Alert
        key={id}
        type="info"
        showIcon
        role="note"
        title={t('complaint.topicWording', { title })}
        description={text}
      />
    ))
  return (
    <Alert
      type="info"
      showIcon
      role="note"
      title={t('complaint.wording')}
      description={
        <>
          {wording}{' '}
          {wordingBy ? (
            <span className="w-quiet w-small">{t('complaint.wordingBy', { name: wordingBy.name })}</span>
          ) : null}
        </>
      }
    />
  )
}
