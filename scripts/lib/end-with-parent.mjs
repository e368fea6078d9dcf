// Loaded into the server before its own code: when the process that started it is gone, even killed without warning,
// the server ends as if it had been asked to.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
