/** What a difference of a figure means: of Worse a larger size is worse. */
export const DIFFERENCES = [
  ['satisfaction', 'up', 'good'],
  ['satisfaction', 'down', 'late'],
  ['better', 'up', 'good'],
  ['better', 'down', 'waiting'],
  ['worse', 'up', 'late'],
  ['worse', 'down', 'good'],
] as const
