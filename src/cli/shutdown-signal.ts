/** Resolves at the first SIGTERM or SIGINT. At the second the process ends at once: whoever sends it means it. */
export function shutdownSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const onSignal = () => {
      if (asked) process.exit(130)
      asked = true
      resolve()
    }
    process.on('SIGTERM', onSignal)
    process.on('SIGINT', onSignal)
  })
}
