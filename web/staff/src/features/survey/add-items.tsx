import { Button, Drawer, Input, Select } from 'antd'
import { useState } from 'react'
import { CATALOGUE, CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { SurveyQuestion } from '#contract/survey-questions.ts'
import { CODE_OF_CLASS } from '#contract/survey-results.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './survey.module.css'

type Attribute = Pick<SurveyQuestion, 'touchpoint' | 'itemId' | 'zh' | 'en' | 'classDefault'>
const SHOWN = 60

/** Whole touchpoints first, then their items. */
const ATTRIBUTES: readonly Attribute[] = [
  ...CATALOGUE.touchpoints.map(({ code, name }) => ({ touchpoint: code, itemId: null, ...name, classDefault: null })),
  ...CATALOGUE_ITEMS.map(({ touchpoint, id, zh, en, kano }) => ({
    touchpoint,
    itemId: id,
    zh,
    en,
    classDefault: kano,
  })),
]

/** The standard of the twenty touchpoints to choose attributes from. */
export const AddItems = ({
  known,
  onAdd,
  onClose,
}: {
  known: readonly SurveyQuestion[]
  onAdd: (attribute: Attribute) => void
  onClose: () => void
}) => {
  const { t, lang } = useTexts()
  const [q, setQ] = useState('')
  const [touchpoint, setTouchpoint] = useState<string>()
  const words = q.trim().toLowerCase()
  const found = ATTRIBUTES.filter(
    (a) =>
      (touchpoint === undefined || a.touchpoint === touchpoint) &&
      (words === '' || `${a.itemId ?? a.touchpoint} ${a.zh} ${a.en}`.toLowerCase().includes(words)),
  )
  const has = (a: Attribute) =>
    known.some((k) => k.itemId === a.itemId && k.touchpoint === a.touchpoint && k.zh === a.zh)
  return (
    <Drawer open title={t('survey.addItems')} size={560} onClose={onClose}>
      <div className={styles.two}>
        <Input.Search
          allowClear
          placeholder={t('survey.search')}
          aria-label={t('survey.search')}
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
        <Select
          allowClear
          aria-label={t('surveyColumn.touchpoint')}
          placeholder={t('surveyColumn.touchpoint')}
          value={touchpoint ?? null}
          onChange={(value: string | null) => setTouchpoint(value ?? undefined)}
          options={TOUCHPOINTS.map((value) => ({ value, label: `${value} ${t(`touchpoint.${value}`)}` }))}
        />
      </div>
      <ul className={styles.choices}>
        {found.slice(0, SHOWN).map((a) => (
          <li key={a.itemId ?? a.touchpoint}>
            <span>
              <span className="w-quiet w-figures">{a.itemId ?? a.touchpoint}</span> {a[lang]}
              <span className="w-quiet w-small">
                {' '}
                {a.classDefault ? t(`surveyClass.${CODE_OF_CLASS[a.classDefault]}`) : t('survey.wholeTouchpoint')}
              </span>
            </span>
            <Button
              size="small"
              disabled={has(a)}
              aria-label={`${t('survey.add')} ${a[lang]}`}
              onClick={() => onAdd(a)}
            >
              {t(has(a) ? 'survey.added' : 'survey.add')}
            </Button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN ? <p className="w-quiet">{t('survey.more', { count: found.length - SHOWN })}</p> : null}
    </Drawer>
  )
}
