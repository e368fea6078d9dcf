import { PLACES, type Publication, postComplaintPublication } from '#contract/complaint-publication.ts'
import { text } from '#contract/values.ts'
import type { ApiError } from '#ui/api.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { needed } from '#ui/household/needed.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { useShown } from './use-shown.ts'

const OTHER_AT_MOST = 200
const elsewhere = (places: unknown) => Array.isArray(places) && places.includes('other')
// "elsewhere" without saying where is no place
const Post = postComplaintPublication.body
  .extend({ otherPlace: text(OTHER_AT_MOST).optional() })
  .superRefine((said, ctx) => {
    if (elsewhere(said.places) && said.otherPlace === undefined) needed(ctx, 'otherPlace')
  })

/** CP-137: day and places of posting. */
export const PostDialog = ({ shown, today, onClose }: { shown: Publication; today: string; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const post = useApiMutation(postComplaintPublication, { onSuccess: useShown() })
  const { month, version } = shown
  return (
    <FormDialog
      title={t('publication.postTitle', { month })}
      schema={Post}
      initial={{ version, postedOn: today, places: ['noticeBoard'] }}
      fields={{
        postedOn: { label: t('publication.postedOn'), widget: 'date' },
        places: {
          label: t('publication.places'),
          options: PLACES.map((value) => ({ value, label: t(`complaintPlace.${value}`) })),
        },
        otherPlace: { label: t('publication.otherPlace'), when: ({ places }) => elsewhere(places) },
      }}
      explain={({ code, field }: ApiError): Record<string, string> =>
        code === 'E_TIME_RANGE' && field === 'postedOn' ? { postedOn: t('publication.postRange') } : {}
      }
      submitLabel={t('publication.post')}
      onClose={onClose}
      onSubmit={async (body) => {
        await post.mutateAsync({ params: { estateId, month }, body })
        notice.good(t('publication.postSaved'))
        onClose()
      }}
    />
  )
}
