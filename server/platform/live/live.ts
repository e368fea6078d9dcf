import type { Uuid } from '#contract/values.ts'
import type { Signals } from './signals.ts'

/** News for screens: which estate, which topic, and a few ids. Never content: a screen asks for what it may see. */
export type News = { estateId: Uuid; topic: string; ids?: Record<string, string> }
export type Live = {
  tell(news: News): void
  watch(estateId: Uuid, onNews: (news: News) => void): () => void
}

export const makeLive = (signals: Signals): Live => {
  const watchers = new Map<Uuid, Set<(news: News) => void>>()
  signals.on('live', (body) => {
    const news = JSON.parse(body) as News
    for (const watcher of watchers.get(news.estateId) ?? []) watcher(news)
  })
  return {
    tell: (news) => signals.send('live', JSON.stringify(news)),
    watch(estateId, onNews) {
      const set = watchers.get(estateId) ?? new Set()
      set.add(onNews)
      watchers.set(estateId, set)
      return () => {
        set.delete(onNews)
        if (set.size === 0) watchers.delete(estateId)
      }
    },
  }
}
