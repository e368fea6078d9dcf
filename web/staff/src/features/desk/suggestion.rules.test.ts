import { expect, test } from 'vitest'
import { suggest } from './suggestion.rules.ts'

const heard = (said: string) => {
  const guess = suggest(said)
  return guess && [guess.contactType, guess.line]
}

test('words of the trade suggest the type and the line, and show where they come from', () => {
  expect(heard('厨房水管漏水,地上都是水')).toEqual(['service', 'repair'])
  expect(heard('想约个钟点工打扫')).toEqual(['service', 'housekeeping'])
  expect(heard('请问物业费怎么收费')).toEqual(['enquiry', 'finance'])
  expect(heard('建议小区增加充电桩')).toEqual(['suggestion', 'repair'])
  expect(suggest('厨房水管漏水')).toMatchObject({ typeWords: ['漏水'], lineWords: ['漏水', '水管'] })
})

test('a complaint that names itself wins over the thing complained about', () => {
  expect(heard('我要投诉,楼上装修漏水一直没人管')).toEqual(['complaint', 'repair'])
})

test('FD 5.3 words of danger suggest an emergency before everything else', () => {
  expect(heard('投诉!地下车库着火冒烟了')?.[0]).toBe('emergency')
  expect(heard('有人困在电梯里')).toEqual(['emergency', 'repair'])
})

test('without a known word nothing is guessed', () => {
  expect(suggest('你好')).toBeUndefined()
  expect(suggest('')).toBeUndefined()
})
