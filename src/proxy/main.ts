import { ConfigError, readConfig } from './config.ts'
import { DataFolderInUse } from './database/lock-data-folder.ts'
import { startProxy } from './start-proxy.ts'

/** Failures a person can mend are told in a sentence, not as a stack. */
function tell(error: unknown): never {
  const portTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  const said = portTaken
    ? 'The port is in use. Stop the program that uses it, or set PORT to another number.'
    : error instanceof ConfigError || error instanceof DataFolderInUse
      ? error.message
      : String(error instanceof Error ? error.stack : error)
  process.stderr.write(`${said}\n`)
  process.exit(1)
}

try {
  const proxy = await startProxy(readConfig(process.env))
  process.stdout.write(
    `Framewright proxy: ${proxy.url}\nEngine: ${proxy.engineName}\nData folder: ${proxy.dataDir}\nMember token: ${proxy.localToken}\n`,
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
