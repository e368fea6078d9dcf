import { Button } from 'antd'
import { useState } from 'react'
import { listSettings, type SettingView } from '#contract/running.ts'
import { SETTING_GROUPS } from '#contract/settings.ts'
import { useTexts } from '#ui/i18n.ts'
import { wordFor } from '#ui/matter/words.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EditSetting } from './edit-setting.tsx'
import styles from './settings.module.css'
import { valueText } from './value-text.ts'

const Row = ({ setting, onEdit }: { setting: SettingView; onEdit: (() => void) | undefined }) => {
  const { t } = useTexts()
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <div>{wordFor(t, `setting.${setting.key}`)}</div>
        <div className="w-small w-quiet">
          {wordFor(t, `setting.${setting.key}.help`, '')} <span className="w-faint">{setting.rule}</span>
        </div>
      </div>
      <span className={`w-figures ${styles.value}`}>{valueText(t, setting.key, setting.value)}</span>
      <StateTag tone={setting.source === 'default' ? 'ended' : 'active'}>
        {t(`settings.source.${setting.source}`)}
      </StateTag>
      {onEdit ? (
        <Button
          size="small"
          onClick={onEdit}
          aria-label={`${t('common.edit')}: ${wordFor(t, `setting.${setting.key}`)}`}
        >
          {t('common.edit')}
        </Button>
      ) : null}
    </li>
  )
}

/** Every number that the rules leave to the estate, with what is in force and whose word it is. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const [edited, setEdited] = useState<SettingView>()
  const query = useApiQuery(listSettings, { params: { estateId } })
  return (
    <>
      <PageHeader title={t('nav.settings')} hint={t('settings.hint')} />
      <QueryView query={query}>
        {({ rows }) =>
          SETTING_GROUPS.filter((group) => rows.some((r) => r.group === group)).map((group) => (
            <section key={group} className={`w-card ${styles.group}`}>
              <h2>{t(`settingGroup.${group}`)}</h2>
              <ul className={styles.list}>
                {rows
                  .filter((r) => r.group === group)
                  .map((setting) => (
                    <Row
                      key={setting.key}
                      setting={setting}
                      onEdit={can('settings.edit') && setting.scope === 'estate' ? () => setEdited(setting) : undefined}
                    />
                  ))}
              </ul>
            </section>
          ))
        }
      </QueryView>
      {edited ? <EditSetting key={edited.key} setting={edited} onDone={() => setEdited(undefined)} /> : null}
    </>
  )
}
