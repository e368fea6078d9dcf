import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { invalidateTopics } from './query.ts'

/** `off` before the first connection is asked for; pages then refresh when the window is looked at again. */
export type LiveState = 'off' | 'live' | 'reconnecting' | 'offline'

let state: LiveState = 'off'
const watchers = new Set<() => void>()
const say = (next: LiveState) => {
  if (state === next) return
  state = next
  for (const watcher of watchers) watcher()
}
const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
const read = () => state
export const useLiveState = (): LiveState => useSyncExternalStore(watch, read, read)

type Listener = { topics: readonly string[]; news: (topics: readonly string[] | 'all') => void }
type Stream = { source: EventSource; listeners: Set<Listener>; heard: Map<string, () => void>; closing: boolean }

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
/** News comes in bursts and to every screen at once: gather it, and let the screens not ask in one moment. */
const GATHER_MS = 150
const SPREAD_MS = 350

const streams = new Map<string, Stream>()

const listenFor = (stream: Stream, topic: string) => {
  if (stream.heard.has(topic)) return
  const hear = () => {
    for (const listener of stream.listeners) if (listener.topics.includes(topic)) listener.news([topic])
  }
  stream.heard.set(topic, hear)
  stream.source.addEventListener(topic, hear)
}

/** One connection a tab and estate, whoever listens: browsers allow only six to a host over HTTP/1.1. */
const open = (estateId: string): Stream => {
  const address = `/api/v1/estates/${encodeURIComponent(estateId)}/live`
  const listeners = new Set<Listener>()
  const heard = new Map<string, () => void>()
  let wait = FIRST_WAIT_MS
  let lost = false
  const connect = () => {
    const source = new EventSource(address)
    source.onopen = () => {
      wait = FIRST_WAIT_MS
      say('live')
      // What was said while nobody listened is unknown, so everything is asked again.
      if (lost) for (const listener of listeners) listener.news('all')
      lost = false
    }
    source.onerror = () => {
      if (stream.closing) return
      lost = true
      say(navigator.onLine ? 'reconnecting' : 'offline')
      // After an HTTP error the browser gives up for good; then it is ours to try again.
      if (source.readyState !== EventSource.CLOSED) return
      setTimeout(() => {
        if (stream.closing) return
        stream.source = connect()
        for (const [topic, hear] of heard) stream.source.addEventListener(topic, hear)
      }, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }
    return source
  }
  const stream: Stream = { source: connect(), listeners, heard, closing: false }
  return stream
}

const join = (estateId: string, listener: Listener) => {
  const stream = streams.get(estateId) ?? open(estateId)
  streams.set(estateId, stream)
  stream.listeners.add(listener)
  for (const topic of listener.topics) listenFor(stream, topic)
  return () => {
    stream.listeners.delete(listener)
    if (stream.listeners.size > 0) return
    stream.closing = true
    stream.source.close()
    streams.delete(estateId)
    if (streams.size === 0) say('off')
  }
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => say('offline'))
  window.addEventListener('online', () => state === 'offline' && say(streams.size > 0 ? 'reconnecting' : 'off'))
}

/**
 * Keeps the queries of these topics fresh while the component is shown. The staff shell does it for every topic of the
 * estate, so its pages only say `topics` with their queries.
 */
export const useLive = (estateId: string | undefined, topics: readonly string[]) => {
  const client = useQueryClient()
  const list = topics.join(' ')
  useEffect(() => {
    if (!estateId || typeof EventSource === 'undefined') return
    const gathered = new Set<string>()
    let everything = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      timer = undefined
      void invalidateTopics(client, everything ? 'all' : [...gathered])
      gathered.clear()
      everything = false
    }
    const news: Listener['news'] = (said) => {
      if (said === 'all') everything = true
      else for (const topic of said) gathered.add(topic)
      timer ??= setTimeout(flush, GATHER_MS + Math.random() * SPREAD_MS)
    }
    const leave = join(estateId, { topics: list.split(' ').filter(Boolean), news })
    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [client, estateId, list])
}

/**
 * Told at once, without gathering, when a topic has news (or when the stream was lost and everything may be new).
 * For what cannot wait half a second, such as a ringing call; lists are better served by `useLive`.
 */
export const useLiveEvent = (estateId: string | undefined, topic: string, handler: () => void) => {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    if (!estateId || typeof EventSource === 'undefined') return
    return join(estateId, { topics: [topic], news: () => latest.current() })
  }, [estateId, topic])
}
