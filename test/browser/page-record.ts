import type { Page, Request } from 'playwright-core'

export type PageRecord = {
  /** `console.error`, broken scripts and refused resources, as the browser says them. */
  consoleErrors: string[]
  /** Requests without an answer, or with one of 400 and above. */
  failedRequests: string[]
  /** Requests that took more than `SLOW_MS` until their last byte. */
  slowRequests: string[]
}

const SLOW_MS = 1000
const records = new WeakMap<Page, PageRecord>()

/** Begins to write down what goes wrong on a page. */
export function recordPage(page: Page): PageRecord {
  const record: PageRecord = { consoleErrors: [], failedRequests: [], slowRequests: [] }
  records.set(page, record)
  page.on('console', (message) => {
    if (message.type() === 'error') record.consoleErrors.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => record.consoleErrors.push(error.stack ?? error.message))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no answer'
    // A page that is left aborts what it still waits for, event streams first of all.
    if (reason !== 'net::ERR_ABORTED') record.failedRequests.push(`${named(request)}: ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) record.failedRequests.push(`${named(response.request())}: ${response.status()}`)
  })
  page.on('requestfinished', (request) => {
    const took = request.timing().responseEnd
    if (took > SLOW_MS) record.slowRequests.push(`${named(request)}: ${Math.round(took)} ms`)
  })
  return record
}

const named = (request: Request) => `${request.method()} ${request.url()}`

export function recordOf(page: Page): PageRecord {
  const record = records.get(page)
  if (!record) throw new Error('This page is not recorded: open it with newPage or pageIn')
  return record
}

/**
 * Fails when the page wrote an error to the console, a script broke, or a request failed.
 * `except` names what this test brings about on purpose, such as a refused sign-in: `[/401/]`.
 */
export function expectNoConsoleErrors(page: Page, { except = [] }: { except?: RegExp[] } = {}): void {
  const { consoleErrors, failedRequests } = recordOf(page)
  const left = [...consoleErrors, ...failedRequests].filter((line) => !except.some((allowed) => allowed.test(line)))
  if (left.length > 0) throw new Error(`${left.length} errors on ${page.url()}:\n  ${left.join('\n  ')}`)
}
