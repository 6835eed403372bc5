import './keep-memory-small.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from './config.ts'
import { endOnFault } from './end-on-fault.ts'
import { createLog } from './log.ts'
import { TOKEN_FILE } from './members/ensure-local-member.ts'
import { startFailure } from './start-failure.ts'
import { startProxy } from './start-proxy.ts'

function tell(error: unknown): never {
  process.stderr.write(`${startFailure(error)}\n`)
  process.exit(1)
}

try {
  const config = readConfig(process.env)
  endOnFault(createLog(config.logLevel))
  const tokenFile = join(config.dataDir, TOKEN_FILE)
  const before = await readFile(tokenFile, 'utf8').catch(() => '')
  const proxy = await startProxy(config)
  // What is printed elsewhere may be kept in a log for years.
  const isShown = process.stdout.isTTY || proxy.localToken !== before.trim()
  const token = `Member token: ${isShown ? proxy.localToken : `in ${tokenFile}`}`
  const members = proxy.localToken === null ? 'Members: “members add” makes one' : token
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
