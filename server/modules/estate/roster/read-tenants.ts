import type { LocalDate } from '#contract/values.ts'
import { parseDateRange } from '../parse-date.rules.ts'
import { isCompanyName, isName, nameKey, splitNames } from '../party-name.rules.ts'
import { readPhones } from '../phone.rules.ts'
import { fold, foldWidth } from '../text-fold.rules.ts'
import { readParties, TENANT_FIELDS } from './read-parties.ts'
import { type Lease, readLease } from './read-values.ts'
import type { RosterTenant } from './roster-row.ts'
import type { Findings, LaidRow } from './row-cells.ts'

/** 租户:…, 租客…, 出租给…, 租给…, 已出租(…, 租:…; then the tenant's name. 租金, 出租屋 and 欠租 name nobody. */
const SAID =
  /(?:现?(?:租户|租客|承租人|承租方|租赁人)(?:姓名|是|为)?|(?:已|现)?(?:出租|转租|租)(?:给|予|与)|(?:已|现)?出租(?=[:(])|(?<![\p{Script=Han}])租(?=[:]))\s*[:(]?\s*/gu
const NO_NAME =
  /^(?:已|未|不|无|暂|长期|电话|手机|联系|身份|信息|资料|登记|搬|退|迁|欠|投诉|要求|反映|正在|待|变更|更换|到期|合同|押金|装修|自住|居住|入住|人|方)/
const NAME = /^(?:[\p{Script=Han}·]{2,30}|[A-Za-z][A-Za-z .'-]{1,40})/u
const GONE = /(?:已|将)(?:退租|搬走|搬离|迁出|搬出|到期)/

const nameAt = (text: string): string | null => {
  const run = NAME.exec(text)?.[0].trim()
  if (!run || NO_NAME.test(run)) return null
  if (isCompanyName(run)) return run
  // 张三电话138…: the name ends where the next word begins.
  const name = run.replace(/(?:的?(?:联系)?(?:电话|手机|方式)|身份证|租期|租至|至|自|从|合同|先生|女士).*$/, '')
  return [...name].length >= 2 && ([...name].length <= 4 || !/\p{Script=Han}/u.test(name)) ? name : null
}

/** Tenants that the remarks name, with phone and term when they follow. Remarks of tenants who left give nobody. */
export const tenantsInRemarks = (remarks: string): RosterTenant[] => {
  const text = foldWidth(remarks).replace(/[：]/g, ':')
  if (GONE.test(text)) return []
  const starts = [...text.matchAll(SAID)]
  return starts.flatMap((match, i) => {
    const from = (match.index ?? 0) + match[0].length
    const part = text.slice(from, starts[i + 1]?.index ?? text.length)
    const first = nameAt(part)
    if (first === null) return []
    // 租户:张三、李四: only names may follow a 、.
    const more = /^[\p{Script=Han}]{2,4}((?:[、和][\p{Script=Han}]{2,4})+)(?![\p{Script=Han}])/u.exec(part)?.[1] ?? ''
    const names = isCompanyName(first) ? [first] : splitNames(`${first}${more}`)
    // Dates beside a phone would be read as phones, and the other way round.
    const phones = readPhones(
      (fold(part).match(/(?<!\d)(?:1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/g) ?? []).join('/'),
    )
    const range = parseDateRange(part.replace(/1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}/g, ' '))
    return names.filter(isName).map((name, at) => ({
      customer: -1,
      name,
      kind: isCompanyName(name) ? ('company' as const) : ('person' as const),
      phones: at === 0 ? phones.phones.map(({ number }) => number) : [],
      ...range,
      said: 'remarks' as const,
    }))
  })
}

const withLease = (tenant: RosterTenant, lease: Lease): RosterTenant => ({ ...lease, ...tenant })

/** Tenants of the tenant columns, and of the remarks where the columns name nobody else. */
export const readTenants = (laid: LaidRow, found: Findings, today: LocalDate): RosterTenant[] => {
  const { parties, otherwiseSaid } = readParties(laid, TENANT_FIELDS, found, today)
  const lease = readLease(laid, found)
  const tenants: RosterTenant[] = parties.map((party) => withLease({ ...party, said: 'column' }, lease))
  if (tenants.length === 0 && otherwiseSaid)
    found.problem('TENANT_NAME_MISSING', laid.get('tenantPhone') ?? laid.get('tenantId') ?? 'tenantPhone')
  for (const remark of laid.all('remarks')) {
    for (const tenant of tenantsInRemarks(remark.text.slice(0, 2000))) {
      const known = tenants.find(({ name }) => nameKey(name) === nameKey(tenant.name))
      if (!known) tenants.push(withLease(tenant, lease))
      else known.phones = [...new Set([...known.phones, ...tenant.phones])]
    }
  }
  return tenants
}
