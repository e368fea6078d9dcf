import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { AccountView, ChangeAccount, NewAccount } from '#contract/staff.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { refuseDuplicate } from '#platform/db/duplicate.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { newId } from '#platform/ids.ts'
import { insertStaff, updateStaff } from './account.store.ts'
import { renameSignIn } from './credential.store.ts'
import { adminOf, managedAccount, viewAccount } from './managed-account.ts'
import { initialsOf } from './name-initials.ts'
import { signInNames } from './sign-in-names.ts'

const UNIQUE = {
  staff_username_key: 'body.username',
  staff_no_key: 'body.staffNo',
  auth_user_username_key: 'body.username',
  auth_user_email_key: 'body.username',
}

type Person = {
  username: string
  staffNo: string
  name: string
  phone?: string | null | undefined
  provider?: string | null | undefined
}

const columnsOf = (person: Person) => ({
  username: person.username,
  staff_no: person.staffNo,
  name: person.name,
  name_initials: initialsOf(person.name),
  phone: person.phone || null,
  provider: person.provider || null,
})

/** A new member of staff, without roles and without a password. E_DUPLICATE beside the user name or the staff number. */
export const createAccount = async (tx: Tx, actor: Actor, input: NewAccount): Promise<AccountView | Refusal> => {
  const admin = await adminOf(tx, actor)
  if (isRefusal(admin)) return admin
  const id = newId()
  const columns = columnsOf(input)
  const written = await refuseDuplicate(UNIQUE, () => insertStaff(tx, admin.companyId, id, columns))
  if (isRefusal(written)) return written
  await audit(tx, actor, {
    estateId: null,
    action: 'account.create',
    subjectKind: 'staff',
    subjectId: id,
    after: columns,
  })
  return viewAccount(tx, actor, id)
}

export const changeAccount = async (
  tx: Tx,
  actor: Actor,
  house: House,
  id: Uuid,
  input: ChangeAccount,
): Promise<AccountView | Refusal> => {
  const found = await managedAccount(tx, actor, id, input.version)
  if (isRefusal(found)) return found
  const { row } = found
  const columns = columnsOf(input)
  const written = await refuseDuplicate(UNIQUE, async () => {
    await updateStaff(tx, id, columns)
    await renameSignIn(tx, id, signInNames(columns))
  })
  if (isRefusal(written)) return written
  const { username, staff_no, name, phone, provider } = row
  await audit(tx, actor, {
    estateId: null,
    action: 'account.change',
    subjectKind: 'staff',
    subjectId: id,
    before: { username, staff_no, name, phone, provider },
    after: columns,
  })
  tx.after(() => house.sessions.forget(id))
  return viewAccount(tx, actor, id)
}
