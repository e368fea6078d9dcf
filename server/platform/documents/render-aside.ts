import { Worker } from 'node:worker_threads'

/** What a form of content/forms is filled with. */
export type Paper = { form: string; data: unknown }

const inThread = ({ form, data }: Paper): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./render-thread.ts', import.meta.url), { workerData: { form, data } })
    worker.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf)))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`no paper of the form ${form} came: ${code}`)))
  })

let before: Promise<unknown> = Promise.resolve()

/**
 * Prints a paper that may be long (a thousand estates take a second and half a gigabyte) in a thread of its own, so that
 * nobody's request waits for it; one after the other. Such a paper is not tagged: with tags it is twenty times as large.
 */
export const renderAside = (paper: Paper): Promise<Buffer> => {
  const printed = before.then(() => inThread(paper))
  before = printed.catch(() => undefined)
  return printed
}
