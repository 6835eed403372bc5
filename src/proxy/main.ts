import './keep-memory-small.ts'
import { readConfig } from './config.ts'
import { startFailure } from './start-failure.ts'
import { startProxy } from './start-proxy.ts'

function tell(error: unknown): never {
  process.stderr.write(`${startFailure(error)}\n`)
  process.exit(1)
}

try {
  const proxy = await startProxy(readConfig(process.env))
  const members = proxy.localToken === null ? 'Members: “members add” makes one' : `Member token: ${proxy.localToken}`
  process.stdout.write(
    `Framewright proxy: ${proxy.url}\nEngine: ${proxy.engineName}\nData folder: ${proxy.dataDir}\n${members}\n`,
  )
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second signal does not wait for pictures.
      if (stopping) process.exit(1)
      stopping = true
      proxy.close().then(() => process.exit(0), tell)
    })
  }
} catch (error) {
  tell(error)
}
