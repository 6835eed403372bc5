import { mkdir } from 'node:fs/promises'
import type { DestinationStream, Logger } from 'pino'
import type { Session } from '#contract/http-wire.ts'
import type { Budget, UsageBy, UsageRow } from '#contract/usage-wire.ts'
import type { Config } from './config.ts'
import { lockDataFolder } from './database/lock-data-folder.ts'
import type { Engine } from './engines/engine.ts'
import type { ImageStore } from './image-store/image-store.ts'
import type { Jobs } from './jobs/open-jobs.ts'
import { readBudget } from './ledger/read-budget.ts'
import { readCredits } from './ledger/read-credits.ts'
import { readUsage } from './ledger/read-usage.ts'
import { createLog } from './log.ts'
import { refuseWhenFull } from './maintenance/stored-bytes.ts'
import { findMember, type Member } from './members/find-member.ts'
import type { Metrics } from './metrics/open-metrics.ts'
import { openEngine } from './open-engine.ts'
import { openStores } from './open-stores.ts'
import { createReadinessCheck, type Readiness } from './readiness/check-readiness.ts'
import { warnOfShutdowns } from './readiness/warn-of-shutdowns.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Everything the proxy does, without HTTP. */
export interface Services {
  config: Config
  log: Logger
  /** The time now, ISO. */
  now: () => string
  engine: Pick<Engine, 'name' | 'simulated'>
  members: {
    find(token: string): Promise<Member | null>
    /** Token of the member that a first start creates; null where several proxies share the members. */
    localToken: string | null
  }
  ledger: {
    budget(memberId: string): Promise<Budget>
    credits(memberId: string): Promise<Session['credits']>
    /** Of one member, or of everyone when it is null. */
    usage(by: UsageBy, memberId: string | null): Promise<UsageRow[]>
  }
  images: ImageStore
  jobs: Jobs
  metrics: Metrics
  checkReadiness(): Promise<Readiness>
  /** Throws AppError `storage_limit` while the pictures take as much as they may. */
  refuseWhenFull(): Promise<void>
  /** True from the moment `close` is called. */
  stopping(): boolean
  /** Waits for pictures already asked for, as long as the settings say, then lets go of the data folder. */
  close(): Promise<void>
}

export interface ServiceParts {
  /** Another engine than the one the settings ask for. */
  engine?: Engine
  clock?: () => Date
  logTo?: DestinationStream
}

/**
 * Opens what the settings say, and starts the work on jobs.
 * @throws DataFolderInUse when another process has the data folder, DatabaseUnusable
 */
export async function openServices(config: Config, parts: ServiceParts = {}): Promise<Services> {
  const { clock = () => new Date() } = parts
  const now = (): string => clock().toISOString()
  const log = createLog(config.logLevel, parts.logTo)
  const engine = parts.engine ?? (await openEngine(config.engine))
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const unlock = config.databaseUrl === null ? lockDataFolder(config.dataDir) : () => {}
  try {
    const { db, blobs, localToken, close, ...opened } = await openStores({ config, engine, log, now, clock })
    const warn = () => void warnOfShutdowns(engine, log, clock())
    warn()
    const warning = setInterval(warn, DAY_MS).unref()
    let stopping = false
    return {
      ...opened,
      config,
      log,
      now,
      engine: { name: engine.name, simulated: engine.simulated },
      members: { find: (token) => findMember(db, token), localToken },
      ledger: {
        budget: (memberId) => readBudget(db, memberId, now()),
        credits: (memberId) => readCredits(db, memberId, now()),
        usage: (by, memberId) => readUsage(db, by, memberId),
      },
      checkReadiness: createReadinessCheck({ db, blobs, engine, config }),
      refuseWhenFull: () => refuseWhenFull(db, config.retention.diskLimitGb),
      stopping: () => stopping,
      async close() {
        stopping = true
        clearInterval(warning)
        await close().finally(unlock)
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
