import process from 'node:process'

// The server as people run it, in a process that ends when the measuring one is gone, however that ended.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
await import('#server/main.ts')
