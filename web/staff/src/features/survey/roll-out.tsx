import { Button, DatePicker, Form, Input, Modal, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { rollOutSurveyTemplate } from '#contract/survey-roll-out.ts'
import type { TemplateView } from '#contract/survey-templates.ts'
import { isApiError } from '#ui/api-error.ts'
import { fieldText } from '#ui/form/form-errors.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useSession } from '#ui/session.tsx'
import { type EstateLines, readEstateLines } from './estate-lines.rules.ts'
import styles from './survey.module.css'

type Wrong = { field: 'estates' | 'pasted' | 'opensOn'; text: string }
const PASTE_ROWS = { minRows: 2, maxRows: 8 }
/** As many lines as are named beside the field; their number is of all. */
const UNCLEAR_SHOWN = 20

/** How many estates the survey goes to, and the lines of which nobody can tell which estate is meant. */
const Pasted = ({ named, unclear }: { named: number; unclear: EstateLines['unclear'] }) => {
  const { t } = useTexts()
  return (
    <span role="status">
      {t('surveyTemplate.pasteRead', { count: named })}
      {unclear.length > 0 ? (
        <>
          {' '}
          {t('surveyTemplate.pasteUnclear', { count: unclear.length })}
          <ul className={styles.unclear}>
            {unclear.slice(0, UNCLEAR_SHOWN).map(({ line, text, why }) => (
              <li key={line}>{t(`surveyTemplate.pasteLine.${why}`, { line, text })}</li>
            ))}
          </ul>
        </>
      ) : null}
    </span>
  )
}

const Dialog = ({ template, onClose }: { template: TemplateView; onClose: () => void }) => {
  const { t } = useTexts()
  const notice = useNotice()
  const rollOut = useApiMutation(rollOutSurveyTemplate)
  const mine = useSession().estates.filter(
    ({ permissions }) => permissions.includes('survey.run') && permissions.includes('dashboard.company'),
  )
  const [some, setSome] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const [pasted, setPasted] = useState('')
  const read = readEstateLines(pasted, mine)
  const named = [...new Set([...chosen, ...read.ids])]
  const [dated, setDated] = useState(false)
  const [day, setDay] = useState<string>()
  const [wrong, setWrong] = useState<Wrong>()
  const errorOf = (field: Wrong['field']) =>
    wrong?.field === field ? { help: wrong.text, validateStatus: 'error' as const } : {}
  const submit = async () => {
    if (rollOut.isPending) return
    if (some && read.unclear.length > 0) return setWrong({ field: 'pasted', text: t('surveyTemplate.pasteMend') })
    if (some && named.length === 0) return setWrong({ field: 'estates', text: t('issue.required') })
    if (dated && day === undefined) return setWrong({ field: 'opensOn', text: t('issue.required') })
    setWrong(undefined)
    const body = { estates: some ? named : ('all' as const), opensOn: dated && day ? day : null }
    try {
      const { added, already } = await rollOut.mutateAsync({ params: { id: template.id }, body })
      notice.good(t('surveyTemplate.rolledOut', { added, already }))
      onClose()
    } catch (error) {
      if (!isApiError(error)) throw error
      if (error.field === 'estates' || error.field === 'opensOn')
        setWrong({ field: error.field, text: fieldText(t, error, body) })
      else notice.bad(error)
    }
  }
  return (
    <Modal
      open
      title={t('surveyTemplate.rollOut')}
      okText={t('surveyTemplate.rollOut')}
      cancelText={t('common.cancel')}
      confirmLoading={rollOut.isPending}
      mask={{ closable: false }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p className={`w-quiet ${styles.gap}`}>{t('surveyTemplate.rollOutHint')}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t('surveyTemplate.whom')}>
          <Radio.Group
            vertical
            aria-label={t('surveyTemplate.whom')}
            value={some}
            onChange={({ target }) => setSome(target.value === true)}
            options={[
              { value: false, label: t('surveyTemplate.whomAll', { count: mine.length }) },
              { value: true, label: t('surveyTemplate.whomSome') },
            ]}
          />
        </Form.Item>
        {some ? (
          <>
            <Form.Item label={t('surveyTemplate.estates')} htmlFor="roll-out-estates" {...errorOf('estates')}>
              <Select
                id="roll-out-estates"
                mode="multiple"
                placeholder={t('surveyTemplate.chooseEstates')}
                value={chosen}
                onChange={setChosen}
                showSearch={{ optionFilterProp: 'label' }}
                options={mine.map(({ id, code, name }) => ({ value: id, label: `${name} ${code}` }))}
              />
            </Form.Item>
            <Form.Item
              label={t('surveyTemplate.paste')}
              htmlFor="roll-out-paste"
              extra={pasted.trim() === '' ? undefined : <Pasted named={named.length} unclear={read.unclear} />}
              {...errorOf('pasted')}
            >
              <Input.TextArea
                id="roll-out-paste"
                value={pasted}
                onChange={({ target }) => {
                  setPasted(target.value)
                  setWrong(undefined)
                }}
                autoSize={PASTE_ROWS}
                placeholder={t('surveyTemplate.pasteHint')}
              />
            </Form.Item>
          </>
        ) : null}
        <Form.Item label={t('surveyTemplate.opening')}>
          <Radio.Group
            vertical
            aria-label={t('surveyTemplate.opening')}
            value={dated}
            onChange={({ target }) => setDated(target.value === true)}
            options={[
              { value: false, label: t('surveyTemplate.openingByHand') },
              { value: true, label: t('surveyTemplate.openingOn') },
            ]}
          />
        </Form.Item>
        {dated ? (
          <Form.Item label={t('surveyTemplate.opensOn')} htmlFor="roll-out-day" {...errorOf('opensOn')}>
            <DatePicker
              id="roll-out-day"
              value={day ? dayjs(day) : null}
              minDate={dayjs()}
              onChange={(next) => setDay(next?.format('YYYY-MM-DD'))}
            />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}

/** Gives the questionnaire to estates: to all or some, as drafts or to open on a day. */
export const RollOutButton = ({ template }: { template: TemplateView }) => {
  const { t } = useTexts()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t('surveyTemplate.rollOut')}
      </Button>
      {asking ? <Dialog template={template} onClose={() => setAsking(false)} /> : null}
    </>
  )
}
