import { type ImportBatch, uploadRoster } from '#contract/roster-import.ts'
import { addressOf, newKey } from '#ui/api.ts'
import { sendFile } from '#ui/file/send-file.ts'
import { MOST_MB, SheetUpload } from '#ui/file/sheet-upload.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useEstate } from '#ui/session.tsx'

/** A roster goes up and is read by the server; the page of its import opens. */
export const RosterUpload = ({ onUploaded }: { onUploaded: (batch: ImportBatch) => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  return (
    <SheetUpload
      drop={t('import.drop')}
      accepts={t('import.accepts', { limit: MOST_MB })}
      send={async (file, options) => {
        const address = addressOf(uploadRoster, { params: { estateId } })
        onUploaded(await sendFile(address, file, uploadRoster.response, { idempotencyKey: newKey(), ...options }))
      }}
    />
  )
}
