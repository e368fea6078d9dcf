import { useTexts } from '#ui/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { Section } from '../../ui/parts.tsx'
import styles from './gate.module.css'
import { EMPTY_GOODS, type GoodsForm } from './gate.rules.ts'

const MOST = 60

/** FD-504: what was counted, one sort of goods a block. */
export const GoodsFields = ({
  goods,
  onChange,
  problem,
}: {
  goods: readonly GoodsForm[]
  onChange: (goods: GoodsForm[]) => void
  problem: (field: string) => string | undefined
}) => {
  const { t } = useTexts()
  const put = (at: number, part: Partial<GoodsForm>) =>
    onChange(goods.map((line, i) => (i === at ? { ...line, ...part } : line)))
  return (
    <Section title={t('onsite.gate.goods')}>
      {goods.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
        <div key={at} className={styles.goods}>
          <TextField
            label={t('onsite.gate.category')}
            value={line.category}
            max={60}
            onChange={(category) => put(at, { category })}
            problem={problem(`goods.${at}.category`)}
          />
          <div className={styles.pair}>
            <TextField
              label={t('onsite.gate.quantity')}
              mode="decimal"
              value={line.quantity}
              max={8}
              onChange={(quantity) => put(at, { quantity })}
              problem={problem(`goods.${at}.quantity`)}
            />
            <TextField
              label={t('onsite.gate.measure')}
              value={line.unit}
              max={20}
              onChange={(unit) => put(at, { unit })}
              problem={problem(`goods.${at}.unit`)}
            />
          </div>
          <TextField
            label={t('onsite.gate.remark')}
            optional
            value={line.remark}
            max={200}
            onChange={(remark) => put(at, { remark })}
          />
          {goods.length > 1 ? (
            <Button kind="quiet" icon="cross" onClick={() => onChange(goods.filter((_, i) => i !== at))}>
              {t('onsite.gate.drop', { what: line.category || String(at + 1) })}
            </Button>
          ) : null}
        </div>
      ))}
      {goods.length < MOST ? (
        <Button icon="report" onClick={() => onChange([...goods, EMPTY_GOODS])}>
          {t('onsite.gate.more')}
        </Button>
      ) : null}
    </Section>
  )
}
