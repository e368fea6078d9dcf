import { expect, test } from 'vitest'
import { registerMatter } from '#contract/matters.ts'
import { EMPTY_REPORT, type ReportForm, reportBody, reportLacks } from './report.rules.ts'

const ME = '0193a0b0-7c00-7000-8000-000000000001'
const AT = '2026-11-30T01:00:00.000Z'
const seen: ReportForm = { ...EMPTY_REPORT, said: '路灯不亮', place: '5栋门口' }

test('FD-401 what was collected on site names who collected it and when, and fits the contract', () => {
  const told: ReportForm = {
    ...seen,
    from: 'told',
    topic: 'complaint',
    feeling: '生气',
    wish: '尽快修',
    customer: '周女士',
  }
  for (const form of [seen, { ...seen, from: 'told' as const }, told]) {
    const body = reportBody(form, ME, AT)
    expect(body).toMatchObject({ collectedById: ME, collectedAt: AT })
    expect(registerMatter.body.safeParse(body).error).toBeUndefined()
  }
  expect(reportBody(seen, ME, AT)).toMatchObject({ contactType: 'service', channel: 'inspection', contactable: false })
  expect(reportBody(told, ME, AT)).toMatchObject({
    contactType: 'complaint',
    channel: 'on_site',
    customerName: '周女士',
  })
})

test('a report asks for what happened and where, a complaint for feeling and wish as well', () => {
  expect(reportLacks(EMPTY_REPORT)).toEqual(['said', 'place'])
  expect(reportLacks({ ...EMPTY_REPORT, from: 'told', said: '谢谢' })).toEqual([])
  expect(reportLacks({ ...EMPTY_REPORT, from: 'told', topic: 'complaint', said: '吵' })).toEqual([
    'feeling',
    'wish',
    'place',
  ])
})
