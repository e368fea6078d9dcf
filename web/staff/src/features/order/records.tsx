import type { OrderView } from '#contract/orders.ts'
import { thumbnailAddress } from '#ui/file/estate-files.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useEstate } from '#ui/session.tsx'
import styles from './order.module.css'
import parts from './parts.module.css'

export const Signatures = ({ order }: { order: OrderView }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  if (order.signatures.length === 0 && !order.unsigned) return null
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('field.signature')}</h2>
      {order.unsigned ? <p className="w-quiet">{t('order.absentUnsigned')}</p> : null}
      <ul className={styles.list}>
        {order.signatures.map((signature) => (
          <li key={signature.id}>
            <p>
              {signature.signer}{' '}
              <span className="w-quiet w-small">
                {t(`choice.${signature.capacity}`)} · {t(`order.signed.${signature.about}`)} ·{' '}
                {t(`choice.${signature.medium}`)} · <Instant at={signature.signedAt} />
              </span>
            </p>
            {signature.fileId ? (
              <img
                className={parts.signImage}
                src={thumbnailAddress(estateId, signature.fileId)}
                alt={t('order.signatureOf', { name: signature.signer })}
                loading="lazy"
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

export const Entries = ({ order }: { order: OrderView }) => {
  const { t } = useTexts()
  if (order.entries.length === 0) return null
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('field.entry')}</h2>
      <ul className={styles.list}>
        {order.entries.map((entry) => (
          <li key={entry.id}>
            {t(`choice.${entry.ground}`)}{' '}
            <span className="w-quiet w-small">
              {[
                entry.consentBy ? t('order.entryBy', { name: entry.consentBy }) : null,
                entry.secondPerson ? t('order.entryWith', { name: entry.secondPerson }) : null,
                entry.approvedBy ? t('order.approvedBy', { name: entry.approvedBy.name }) : null,
                entry.witness ? t('order.entryWitness', { name: entry.witness }) : null,
              ]
                .filter(Boolean)
                .join(' · ')}{' '}
              · <Instant at={entry.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
