import { CloseOutlined, HomeOutlined, UserOutlined } from '@ant-design/icons'
import type { Ref } from 'react'
import type { OmniboxHit } from '#contract/omnibox.ts'
import { useTexts } from '#ui/i18n.ts'
import { SearchBox } from '#ui/pickers/search-box.tsx'
import type { Conversation } from './conversation.rules.ts'
import type { Household } from './conversations.rules.ts'
import styles from './household-field.module.css'
import { KeyHint } from './key-hint.tsx'

/** What a hit says about who is speaking and from where. */
const householdOf = (hit: OmniboxHit): Household => {
  if (hit.kind === 'unit') return { unit: { id: hit.id, display: hit.display } }
  if (hit.kind === 'customer') {
    const homes = hit.units.filter((unit) => unit.current)
    const only = homes.length === 1 ? homes[0] : undefined
    return {
      customer: { id: hit.id, name: hit.name },
      ...(only ? { unit: { id: only.id, display: only.display } } : {}),
    }
  }
  if (hit.kind !== 'vehicle') return {}
  return {
    ...(hit.unit ? { unit: hit.unit } : {}),
    ...(hit.customer ? { customer: hit.customer } : {}),
  }
}

/** Room, name, telephone or plate in one field; who was found stands in its place until taken away. */
export const HouseholdField = ({
  ref,
  talk,
  onChange,
  onPicked,
}: {
  ref: Ref<{ focus: () => void }>
  talk: Pick<Conversation, 'unit' | 'customer'>
  onChange: (household: Household) => void
  onPicked: () => void
}) => {
  const { t } = useTexts()
  const { unit, customer } = talk
  return (
    <div className={styles.line}>
      {unit ? (
        <span className={styles.chip}>
          <HomeOutlined aria-hidden />
          <span className={styles.name}>{unit.display}</span>
          <button
            type="button"
            className={styles.drop}
            aria-label={t('desk.dropUnit', { unit: unit.display })}
            onClick={() => onChange({ customer })}
          >
            <CloseOutlined aria-hidden />
          </button>
        </span>
      ) : null}
      {customer ? (
        <span className={styles.chip}>
          <UserOutlined aria-hidden />
          <span className={styles.name}>{customer.name}</span>
          <button
            type="button"
            className={styles.drop}
            aria-label={t('desk.dropCustomer', { name: customer.name })}
            onClick={() => onChange({ unit })}
          >
            <CloseOutlined aria-hidden />
          </button>
        </span>
      ) : null}
      <div className={styles.search}>
        <SearchBox
          ref={ref}
          label={t('desk.household')}
          placeholder={t(unit || customer ? 'desk.householdOther' : 'desk.householdHint')}
          kinds={['unit', 'customer', 'vehicle']}
          onPick={(hit) => {
            onChange(householdOf(hit))
            onPicked()
          }}
          suffix={<KeyHint keys="alt+k" />}
        />
      </div>
    </div>
  )
}
