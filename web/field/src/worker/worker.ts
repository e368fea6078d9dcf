/**
 * The service worker: keeps the files of the app on the phone and gives them out without a network. It knows no API and
 * no data; what waits to be sent lies in IndexedDB, which it never touches. It imports nothing, so that it starts alone.
 */
type Waiting = { waitUntil(work: Promise<unknown>): void }
type Fetching = { request: Request; respondWith(answer: Promise<Response>): void }
type Told = { data: unknown }
type Scope = {
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: Told) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

/** Put in by the build (`build/offline.ts`). */
declare const __FILES__: { version: string; files: string[] }

const worker = self as unknown as Scope
const { version, files } = __FILES__
const BASE = '/field/'
const PREFIX = 'field-'
const NAME = `${PREFIX}${version}`
const PAGE = `${BASE}index.html`
const addresses = new Set(files.map((name) => `${BASE}${name}`))

/** A file whose name carries its hash is taken over from the version before: an update costs only what changed. */
const fetched = async (address: string): Promise<Response> => {
  const known = address.startsWith(`${BASE}assets/`) ? await caches.match(address) : undefined
  if (known) return known
  const answer = await fetch(address, { cache: 'no-cache' })
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer
}

/** All or nothing: half an app would fail in the basement. */
const keepFiles = async () => {
  const cache = await caches.open(NAME)
  await Promise.all([...addresses].map(async (address) => cache.put(address, await fetched(address))))
}

/** The version before stays: a page that is still open may ask for a part of it. */
const dropOld = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME)
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)))
}

const fromPhone = async (address: string, request: Request): Promise<Response> => {
  const own = await caches.open(NAME)
  return (await own.match(address)) ?? (await caches.match(address)) ?? fetch(request)
}

worker.addEventListener('install', (event) => event.waitUntil(keepFiles()))
worker.addEventListener('activate', (event) => event.waitUntil(dropOld().then(() => worker.clients.claim())))
worker.addEventListener('message', ({ data }) => {
  // only when the person says so: nothing is taken from under a round
  if (data === 'update') void worker.skipWaiting()
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(BASE)) return
  if (request.mode === 'navigate') event.respondWith(fromPhone(PAGE, request))
  else if (addresses.has(url.pathname) || url.pathname.startsWith(`${BASE}assets/`))
    event.respondWith(fromPhone(url.pathname, request))
})
