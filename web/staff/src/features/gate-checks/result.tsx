import type { GateCheck, GateResult, GoodsLine } from '#contract/goods.ts'
import { useTexts } from '#ui/i18n.ts'
import type { Tone } from '#ui/palette.ts'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './gate-checks.module.css'

const TONE: Record<GateResult, Tone> = { match: 'good', differs: 'late', noSlip: 'waiting', slipUsed: 'late' }

/** What came of a check, and whatever else has to be seen of it at once. */
export const Result = ({
  check: { result, secondOf, voidedAt, corrections },
}: {
  check: Pick<GateCheck, 'result' | 'secondOf' | 'voidedAt' | 'corrections'>
}) => {
  const { t } = useTexts()
  return (
    <span className={styles.tags}>
      {voidedAt ? <StateTag tone="ended">{t('gate.voided')}</StateTag> : null}
      <StateTag tone={TONE[result]}>{t(`gateResult.${result}`)}</StateTag>
      {secondOf ? <StateTag tone="late">{t('gate.second')}</StateTag> : null}
      {corrections > 0 ? <span className="w-small w-quiet">{t('gate.corrected', { count: corrections })}</span> : null}
    </span>
  )
}

/** 冰箱 1 台（双门）, in the language of the page. */
export const useLineText = () => {
  const { lang } = useTexts()
  return ({ category, quantity, unit, remark }: GoodsLine): string => {
    const note = remark ? (lang === 'zh' ? `（${remark}）` : ` (${remark})`) : ''
    return `${category} ${quantity} ${unit}${note}`
  }
}

/** What stood there before a correction, with the signs of the language. */
export const useOldLines = () => {
  const { lang } = useTexts()
  return (text: string): string =>
    lang === 'zh' ? text : text.replaceAll('（', ' (').replaceAll('）', ')').replaceAll('；', '; ')
}
