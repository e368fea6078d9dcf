import { parentPort, workerData } from 'node:worker_threads'
import { renderPdf } from './render-pdf.ts'

// a thread of render-aside.ts: one paper, and it ends
const { form, data }: { form: string; data: unknown } = workerData
parentPort?.postMessage(renderPdf(form, data, { tagged: false }))
