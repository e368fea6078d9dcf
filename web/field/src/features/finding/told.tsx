import { useState } from 'react'
import type { FieldPack } from '#contract/field.ts'
import { fileAddress, thumbnailAddress } from '#ui/file/estate-files.ts'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { Section } from '../../ui/parts.tsx'
import styles from './told.module.css'

type Finding = FieldPack['findings'][number]

/** Pictures that lie at the server: shown where there is signal, counted where there is none. */
const Photos = ({ photos, label }: { photos: Finding['photos']['before']; label: string }) => {
  const { t } = useTexts()
  const { who } = useField()
  const [missing, setMissing] = useState<readonly string[]>([])
  const there = photos.filter(({ id }) => !missing.includes(id))
  return (
    <>
      <ul className={styles.photos}>
        {there.map(({ id, thumbnail }, at) => (
          <li key={id}>
            <a href={fileAddress(who.estateId, id)} target="_blank" rel="noreferrer">
              <img
                src={(thumbnail ? thumbnailAddress : fileAddress)(who.estateId, id)}
                alt={t('onsite.photo.name', { label, at: at + 1 })}
                onError={() => setMissing((before) => [...before, id])}
              />
            </a>
          </li>
        ))}
      </ul>
      {there.length < photos.length ? (
        <p className="w-quiet">{t('onsite.finding.photosLater', { count: photos.length - there.length })}</p>
      ) : null}
    </>
  )
}

/** What those before have seen and done: the fault as it was found, as it was put right, and why that did not do. */
export const Told = ({ finding: { note, measure, cause, notRight, photos } }: { finding: Finding }) => {
  const { t } = useTexts()
  const parts = [
    { title: t('onsite.finding.seen'), words: [note], pictures: photos.before },
    {
      title: t('onsite.finding.done'),
      words: [measure, cause && t('onsite.finding.causeSaid', { cause })],
      pictures: photos.after,
    },
    { title: t('onsite.finding.notRight'), words: [notRight], pictures: photos.check },
  ]
  return parts.map(({ title, words, pictures }) =>
    words.some(Boolean) || pictures.length > 0 ? (
      <Section key={title} title={title}>
        {words.map((said) =>
          said ? (
            <p key={said} className={styles.said}>
              {said}
            </p>
          ) : null,
        )}
        <Photos photos={pictures} label={title} />
      </Section>
    ) : null,
  )
}
