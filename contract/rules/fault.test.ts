import { expect, test } from 'vitest'
import { ANSWERS } from '../inspections.ts'
import { KANO_CLASSES } from '../touchpoints.ts'
import { photoNeeded } from './evidence.ts'
import { answerWord, isFault, isWell } from './fault.ts'

const marked = (of: (kano: (typeof KANO_CLASSES)[number], answer: (typeof ANSWERS)[number]) => boolean) =>
  KANO_CLASSES.flatMap((kano) => ANSWERS.filter((answer) => of(kano, answer)).map((answer) => `${kano} ${answer}`))

test('quality-model 8.3: the absence of what delights or leaves indifferent is no fault, a reverse statement is one where it is true', () => {
  expect(marked((kano, answer) => isFault({ kano }, answer))).toEqual([
    'must-be fail',
    'one-dimensional fail',
    'reverse pass',
  ])
  expect(marked((kano, answer) => isWell({ kano }, answer))).toEqual([
    'must-be pass',
    'one-dimensional pass',
    'attractive pass',
    'indifferent pass',
    'reverse fail',
  ])
})

test('a fault is shown by a photo, also where it is a reverse statement that is true', () => {
  expect(
    marked((kano, answer) => photoNeeded({ kano, evidence: 'observation', threshold: null }, answer, false)),
  ).toEqual(['must-be fail', 'one-dimensional fail', 'reverse pass'])
})

test('of what is no matter of passing it is said whether it is so', () => {
  expect(KANO_CLASSES.map((kano) => ANSWERS.map((answer) => answerWord({ kano }, answer)).join(' '))).toEqual([
    'pass fail na',
    'pass fail na',
    'yes no na',
    'yes no na',
    'yes no na',
  ])
})
