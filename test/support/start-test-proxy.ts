import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '#proxy/config.ts'
import type { ServiceParts } from '#proxy/services.ts'
import { startProxy } from '#proxy/start-proxy.ts'
import { addMember } from './add-member.ts'

export interface TestProxy {
  url: string
  /** The local member's; on PostgreSQL, which has none, that of a member with the same budget. */
  token: string
  dataDir: string
  databaseUrl: string | null
  /** Stops the proxy; its folder goes too, unless it was given. */
  close(): Promise<void>
}

export interface TestProxyOverrides extends Partial<Config> {
  parts?: ServiceParts
}

export const testConfig = (dataDir: string, overrides: Partial<Config> = {}): Config => ({
  port: 0,
  host: 'localhost',
  dataDir,
  databaseUrl: null,
  imageStore: null,
  engine: { kind: 'offline', waitMs: 0 },
  limits: {
    upstreamConcurrency: null,
    upstreamImagesPerMinute: null,
    requestsPerMinute: 1_000_000,
    behindProxy: false,
  },
  retention: { resultsDays: 30, uploadsDays: 7, diskLimitGb: null },
  localBudget: 25_000_000,
  logLevel: 'silent',
  concurrency: 4,
  stopWaitMs: 5_000,
  ...overrides,
})

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'framewright-'))

/** A real proxy on a free port, with the offline engine that does not wait, in a folder of its own. */
export async function startTestProxy({ parts, ...overrides }: TestProxyOverrides = {}): Promise<TestProxy> {
  const dataDir = overrides.dataDir ?? (await temporaryFolder())
  const config = testConfig(dataDir, overrides)
  const proxy = await startProxy(config, parts)
  return {
    url: proxy.url,
    token: proxy.localToken ?? (await addMember(config, `tester ${proxy.port}`, config.localBudget ?? 0)),
    dataDir,
    databaseUrl: config.databaseUrl,
    async close() {
      await proxy.close()
      if (overrides.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}
