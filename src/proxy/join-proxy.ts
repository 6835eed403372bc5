import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, ConfigError } from './config.ts'
import { DataFolderInUse } from './database/lock-data-folder.ts'
import { TOKEN_FILE } from './members/ensure-local-member.ts'
import { ADDRESS_FILE, type RunningProxy, startProxy } from './start-proxy.ts'

const NO_LOCAL_MEMBER =
  'With DATABASE_URL there is no local member. Set FRAMEWRIGHT_PROXY to the address of a proxy and FRAMEWRIGHT_TOKEN to a member token; “members add” makes one.'

export interface JoinedProxy extends Pick<RunningProxy, 'url' | 'close'> {
  localToken: string
}

/**
 * The proxy that works in the data folder: the one that runs already, or one started here. Closing it stops only one that
 * was started here. One started here is not announced: it ends with its own job, and whoever joined it would be left alone.
 * @throws DataFolderInUse when another process has the folder and does not say where it listens; ConfigError with an address
 * of a database: members share it, and none of them is this machine's own
 */
export async function joinProxy(config: Config): Promise<JoinedProxy> {
  if (config.databaseUrl !== null) throw new ConfigError(NO_LOCAL_MEMBER)
  try {
    const { url, localToken, close } = await startProxy(config, { announce: false })
    if (localToken === null) throw new ConfigError(NO_LOCAL_MEMBER)
    return { url, localToken, close }
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error
    const [url, localToken] = await Promise.all(
      [ADDRESS_FILE, TOKEN_FILE].map((name) => readLine(config.dataDir, name)),
    )
    if (!url || !localToken) throw error
    return { url, localToken, close: async () => {} }
  }
}

async function readLine(folder: string, name: string): Promise<string> {
  return (await readFile(join(folder, name), 'utf8').catch(() => '')).trim()
}
