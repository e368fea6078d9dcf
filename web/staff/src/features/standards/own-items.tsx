import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type CheckItem, EVIDENCES, SEVERITIES, type Severity } from '#contract/touchpoints.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './standards.module.css'

type Touchpoint = CheckItem['touchpoint']

/** `T08-X-01`: the next free number of the estate's own items at a touchpoint. */
const nextId = (added: readonly CheckItem[], touchpoint: Touchpoint): string => {
  const stem = `${touchpoint}-X-`
  const taken = added.filter((a) => a.id.startsWith(stem)).map((a) => Number(a.id.slice(stem.length)))
  return `${stem}${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`
}

/** What this estate looks at besides: its own items, at the touchpoint that is chosen. */
export const OwnItems = ({
  edits,
  touchpoint,
  added,
  onChange,
}: {
  edits: boolean
  touchpoint: Touchpoint
  added: readonly CheckItem[]
  onChange: (added: readonly CheckItem[]) => void
}) => {
  const { t, lang } = useTexts()
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const [severity, setSeverity] = useState<Severity>('minor')
  const [evidence, setEvidence] = useState<CheckItem['evidence']>('photo')
  const add = () => {
    const words = { zh: zh.trim(), en: en.trim() || zh.trim() }
    onChange([
      ...added,
      {
        ...words,
        id: nextId(added, touchpoint),
        touchpoint,
        aspect: 'facility',
        sense: 'visual',
        severity,
        evidence,
        threshold: null,
        frequency: null,
        conditions: [],
        trait: null,
        kano: 'must-be',
        basis: 'inferred',
        origin: 'estate',
      },
    ])
    setZh('')
    setEn('')
  }
  return (
    <section className={`w-card ${styles.section}`}>
      <h2>{t('standards.own')}</h2>
      {added.length === 0 ? <p className="w-quiet">{t('standards.noOwn')}</p> : null}
      <ul className={styles.list}>
        {added.map((item) => (
          <li key={item.id} className={styles.row}>
            <span className="w-figures">{item.id}</span>
            <span className={styles.wrap}>{item[lang]}</span>
            <span className={styles.tools}>
              <span className="w-quiet">
                {t(`severity.${item.severity}`)} · {t(`evidence.${item.evidence}`)}
              </span>
              {edits ? (
                <Button size="small" onClick={() => onChange(added.filter((a) => a.id !== item.id))}>
                  {t('standards.remove')}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {edits ? (
        <div className={styles.set}>
          <Input
            aria-label={t('standards.wordsZh')}
            placeholder={`${t(`touchpoint.${touchpoint}`)}：${t('standards.wordsZh')}`}
            value={zh}
            maxLength={200}
            onChange={(event) => setZh(event.target.value)}
          />
          <Input
            aria-label={t('standards.wordsEn')}
            placeholder={t('standards.wordsEn')}
            value={en}
            maxLength={300}
            onChange={(event) => setEn(event.target.value)}
          />
          <span className={styles.tools}>
            <Select
              aria-label={t('standardColumn.severity')}
              value={severity}
              onChange={setSeverity}
              options={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
            />
            <Select
              aria-label={t('standardColumn.evidence')}
              value={evidence}
              onChange={setEvidence}
              options={EVIDENCES.map((value) => ({ value, label: t(`evidence.${value}`) }))}
            />
            <Button icon={<PlusOutlined aria-hidden />} disabled={zh.trim() === ''} onClick={add}>
              {t('standards.addItem')}
            </Button>
          </span>
        </div>
      ) : null}
    </section>
  )
}
