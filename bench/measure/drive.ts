/** Runs each worker over and over, all at once, for this time. Returns the milliseconds of each piece of work and of the whole. */
export const drive = async (
  workers: readonly (() => Promise<unknown>)[],
  forMs: number,
): Promise<{ each: number[]; elapsedMs: number }> => {
  const each: number[] = []
  const began = performance.now()
  await Promise.all(
    workers.map(async (work) => {
      while (performance.now() - began < forMs) {
        const start = performance.now()
        await work()
        each.push(performance.now() - start)
      }
    }),
  )
  return { each, elapsedMs: performance.now() - began }
}

/** Milliseconds of one piece of work. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}
