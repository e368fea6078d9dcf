import type { GateCheck } from '#contract/goods.ts'
import type { Sheet } from '#platform/export/serve-list.ts'
import { linesText } from './check.present.ts'

export const GATE_CHECKS: Sheet<GateCheck> = {
  name: 'gate.sheet',
  subject: 'gateChecks',
  columns: [
    { key: 'gate.at', width: 18, of: (c, { time }) => time(c.at) },
    { key: 'gate.gate', width: 20, of: (c) => c.gate.name },
    { key: 'gate.unit', width: 18, of: (c) => c.unit?.display ?? c.unitSaid },
    { key: 'gate.slip', width: 18, of: (c) => c.slipNumber },
    { key: 'gate.goods', width: 44, of: (c, { lang }) => linesText(c.lines, lang) },
    { key: 'gate.result', width: 14, of: (c, { t }) => t(`gateResult.${c.result}`) },
    { key: 'gate.difference', width: 30, of: (c) => c.difference },
    {
      key: 'gate.secondOf',
      width: 30,
      of: (c, { time }) => c.secondOf && `${time(c.secondOf.at)} ${c.secondOf.gate} ${c.secondOf.guard}`,
    },
    { key: 'gate.collected', of: (c, { t }) => t(c.slipCollected ? 'common.yes' : 'common.no') },
    { key: 'gate.guard', of: (c) => c.guard.name },
    { key: 'gate.carrier', of: (c) => c.carrierName },
    { key: 'gate.phone', width: 14, of: (c) => c.carrierPhone },
    { key: 'gate.plate', of: (c) => c.plate },
    { key: 'gate.photos', of: (c) => c.photos },
    { key: 'gate.matter', width: 12, of: (c) => c.matter?.number ?? null },
    { key: 'gate.receivedAt', width: 18, of: (c, { time }) => time(c.receivedAt) },
    { key: 'gate.corrections', of: (c) => c.corrections },
    { key: 'gate.voidedAt', width: 18, of: (c, { time }) => time(c.voidedAt) },
    { key: 'gate.voidReason', width: 30, of: (c) => c.voidReason },
  ],
}
