import { CODE_OF_CLASS, type ItemFinding, KANO_CODES, type SurveyResults } from '#contract/survey-results.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { Behind } from './answers.tsx'
import { DIFFERENCES } from './differences.ts'
import { Interval, Range, two } from './interval.tsx'
import styles from './survey.module.css'

type Open = (behind: Behind) => void

const Class = ({ item, onOpen }: { item: ItemFinding; onOpen: Open }) => {
  const { t } = useTexts()
  const { kano, question } = item
  if (!kano || kano.total === 0) return '—'
  const { class: code } = kano
  const own = question.classDefault ? CODE_OF_CLASS[question.classDefault] : null
  return (
    <span className={styles.line}>
      {code === null ? (
        '—'
      ) : (
        <button
          type="button"
          className="w-link"
          onClick={() => onOpen({ no: question.no, class: code })}
          title={t('survey.strength', {
            category: `${((kano.categoryStrength ?? 0) * 100).toFixed(0)}%`,
            total: `${((kano.totalStrength ?? 0) * 100).toFixed(0)}%`,
          })}
        >
          {t(`surveyClass.${code}`)}
        </button>
      )}
      {kano.mixed && kano.second ? (
        <span title={t('survey.mixedHint', { second: t(`surveyClass.${kano.second}`) })}>
          <StateTag tone="waiting">{t('survey.mixed')}</StateTag>
        </span>
      ) : null}
      {kano.provisional ? <StateTag tone="waiting">{t('survey.provisional')}</StateTag> : null}
      {kano.questionable ? <StateTag tone="late">{t('survey.unclear')}</StateTag> : null}
      {kano.reverse ? <StateTag tone="late">{t('survey.reverse')}</StateTag> : null}
      {own !== null && own !== code && !kano.provisional ? (
        <StateTag tone="active">{t('survey.differs')}</StateTag>
      ) : null}
    </span>
  )
}

/** What an earlier survey found, and what has changed since by more than chance. */
const Before = ({ item: { kano }, before }: { item: ItemFinding; before: NonNullable<ItemFinding['before']> }) => {
  const { t } = useTexts()
  const drifted = kano?.class && before.class && kano.class !== before.class && !kano.mixed && !kano.provisional
  return (
    <>
      <EstateLink to={`surveys/${before.surveyId}`}>
        {[
          ...(before.class ? [t(`surveyClass.${before.class}`)] : []),
          ...(before.better === null || before.worse === null ? [] : [`${two(before.better)} / ${two(before.worse)}`]),
          ...(before.satisfaction === null ? [] : [two(before.satisfaction)]),
          `n=${before.n}`,
        ].join(' · ')}
      </EstateLink>
      <span className={styles.line}>
        {drifted ? <StateTag tone="active">{t('survey.drifted')}</StateTag> : null}
        {DIFFERENCES.map(([of, to, tone]) =>
          before.changed[of] === to ? (
            <span key={of} title={t('survey.changeHint')}>
              <StateTag tone={tone}>{t(`survey.change.${of}.${to}`)}</StateTag>
            </span>
          ) : null,
        )}
      </span>
    </>
  )
}

/** Each attribute with what was found, beside the default of the catalogue and what an earlier survey found. */
export const ItemTable = ({ results: { items, comparedWith }, onOpen }: { results: SurveyResults; onOpen: Open }) => {
  const { t, lang } = useTexts()
  const kano = items.some((i) => i.kano)
  const importance = items.some((i) => i.importance)
  const satisfaction = items.some((i) => i.satisfaction)
  const end = styles.end ?? ''
  const head = (key: string, atEnd = true) => (
    <th key={key} scope="col" className={atEnd ? end : ''}>
      {key}
    </th>
  )
  return (
    <div className={`w-card ${styles.panel} ${styles.wide}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <table className={styles.table} tabIndex={0}>
        <caption className="w-hidden">{t('survey.tab.results')}</caption>
        <thead>
          <tr>
            {head(t('survey.no'), false)}
            {head(t('survey.attribute'), false)}
            {kano ? (
              <>
                {head(t('survey.class'), false)}
                {head(t('survey.default'), false)}
                {head(t('survey.n'))}
                {KANO_CODES.map((code) => (
                  <th key={code} scope="col" className={end} title={t(`surveyClass.${code}`)}>
                    {code}
                  </th>
                ))}
                {head(t('survey.better'))}
                {head(t('survey.worse'))}
              </>
            ) : null}
            {satisfaction ? head(t('survey.satisfactionShort')) : null}
            {importance ? head(t('survey.importanceShort')) : null}
            {comparedWith ? head(t('survey.before'), false) : null}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const { question, before } = item
            return (
              <tr key={question.no}>
                <td className="w-figures">{question.no}</td>
                <th scope="row">
                  <button type="button" className="w-link" onClick={() => onOpen({ no: question.no })}>
                    {question[lang]}
                  </button>
                </th>
                {kano ? (
                  <>
                    <td>
                      <Class item={item} onOpen={onOpen} />
                    </td>
                    <td>{question.classDefault ? t(`surveyClass.${CODE_OF_CLASS[question.classDefault]}`) : '—'}</td>
                    <td className={`w-figures ${end}`}>{item.kano?.valid ?? '—'}</td>
                    {KANO_CODES.map((code) => (
                      <td key={code} className={`w-figures ${end}`}>
                        {item.kano ? (
                          <button
                            type="button"
                            className="w-link"
                            aria-label={`${question.no} ${t(`surveyClass.${code}`)} ${item.kano.counts[code]}`}
                            onClick={() => onOpen({ no: question.no, class: code })}
                          >
                            {item.kano.counts[code]}
                          </button>
                        ) : (
                          '—'
                        )}
                      </td>
                    ))}
                    <td className={`w-figures ${end}`}>
                      <Interval value={item.kano?.better?.share} of={item.kano?.better ?? null} />
                    </td>
                    <td className={`w-figures ${end}`}>
                      <Interval value={item.kano?.worse?.share} of={item.kano?.worse ?? null} />
                    </td>
                  </>
                ) : null}
                {satisfaction ? (
                  <td className={`w-figures ${end}`}>
                    {item.satisfaction ? (
                      <>
                        <button type="button" className="w-link" onClick={() => onOpen({ no: question.no })}>
                          {two(item.satisfaction.mean)}
                        </button>
                        <br />
                        <Range of={item.satisfaction} />
                      </>
                    ) : (
                      '—'
                    )}
                  </td>
                ) : null}
                {importance ? (
                  <td className={`w-figures ${end}`}>{item.importance ? item.importance.mean.toFixed(1) : '—'}</td>
                ) : null}
                {comparedWith ? <td>{before ? <Before item={item} before={before} /> : '—'}</td> : null}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
