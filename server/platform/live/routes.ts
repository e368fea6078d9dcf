import { watchEstate } from '#contract/live.ts'
import { type Served, serveRaw } from '../http/serve.ts'

const BEAT_MS = 20_000
/** A stream ends by itself and is opened anew, so that a lost right does not outlive it. */
const LIFE_MS = 10 * 60_000

export const liveRoutes: readonly Served[] = [
  serveRaw(watchEstate, async ({ params, reply, request, house, actor }) => {
    reply.hijack()
    const out = reply.raw
    out.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    })
    out.write('retry: 2000\n\nevent: hello\ndata: {}\n\n')
    const stop = house.live.watch(params.estateId, (news) => {
      if (news.ids?.forStaffId && news.ids.forStaffId !== actor.id) return
      out.write(`event: ${news.topic}\ndata: ${JSON.stringify({ topic: news.topic, ...news.ids })}\n\n`)
    })
    const stopSession = house.signals.on('session', (staffId) => {
      if (staffId === actor.id) out.end()
    })
    const beat = setInterval(() => out.write(': beat\n\n'), BEAT_MS)
    const end = setTimeout(() => out.end(), LIFE_MS)
    const clean = () => {
      stop()
      stopSession()
      clearInterval(beat)
      clearTimeout(end)
    }
    request.raw.on('close', clean)
    out.on('close', clean)
    return undefined
  }),
]
