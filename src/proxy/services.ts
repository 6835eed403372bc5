import { access, constants, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DestinationStream, Logger } from 'pino'
import type { Budget, Session, UsageBy, UsageRow } from '#contract/http-wire.ts'
import type { Config } from './config.ts'
import { lockDataFolder } from './database/lock-data-folder.ts'
import { openDatabase } from './database/open-database.ts'
import type { Db } from './database/tables.ts'
import type { Engine } from './engines/engine.ts'
import { openImageFiles } from './image-store/image-files.ts'
import { createImageStore, type ImageStore } from './image-store/image-store.ts'
import { type Jobs, openJobs } from './jobs/open-jobs.ts'
import { readBudget } from './ledger/read-budget.ts'
import { readCredits } from './ledger/read-credits.ts'
import { readUsage } from './ledger/read-usage.ts'
import { createLog } from './log.ts'
import { ensureLocalMember } from './members/ensure-local-member.ts'
import { findMember, type Member } from './members/find-member.ts'
import { type Metrics, openMetrics } from './metrics/open-metrics.ts'
import { openEngine } from './open-engine.ts'

/** Everything the proxy does, without HTTP. */
export interface Services {
  config: Config
  log: Logger
  /** The time now, ISO. */
  now: () => string
  engine: Pick<Engine, 'name' | 'simulated'>
  members: {
    find(token: string): Promise<Member | null>
    /** Token of the member that a first start creates. */
    localToken: string
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
  /** What taking jobs needs, each in words; `ok` is false when one of them fails. */
  checkReadiness(): Promise<{ ok: boolean; checks: Record<string, string> }>
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
 * Opens the data folder and starts the work on jobs.
 * @throws DataFolderInUse when another process has the data folder
 */
export async function openServices(config: Config, parts: ServiceParts = {}): Promise<Services> {
  const { clock = () => new Date() } = parts
  const now = (): string => clock().toISOString()
  const log = createLog(config.logLevel, parts.logTo)
  const engine = parts.engine ?? (await openEngine(config.engine))
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const unlock = lockDataFolder(config.dataDir)
  try {
    const { db, ...opened } = await openStores({ config, engine, log, now, clock })
    return {
      ...opened,
      config,
      log,
      now,
      engine: { name: engine.name, simulated: engine.simulated },
      ledger: {
        budget: (memberId) => readBudget(db, memberId, now()),
        credits: (memberId) => readCredits(db, memberId, now()),
        usage: (by, memberId) => readUsage(db, by, memberId),
      },
      checkReadiness: () => checkReadiness(db, config.dataDir),
      async close() {
        await opened.jobs.stop(config.stopWaitMs)
        await db.destroy()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

interface StoreParts extends Pick<Services, 'config' | 'log' | 'now'> {
  engine: Engine
  clock: () => Date
}

async function openStores({ config, engine, log, now, clock }: StoreParts) {
  const { dataDir, localBudget, concurrency } = config
  const db = await openDatabase(config)
  const localToken = await ensureLocalMember(db, { dataDir, budget: localBudget, now: now() })
  const images = createImageStore(db, await openImageFiles(join(dataDir, 'images')), now)
  const workflowsPath = join(dataDir, 'workflows.sqlite')
  const metrics = openMetrics(db, clock)
  const jobs = await openJobs({ db, images, engine, log, metrics, now, workflowsPath, concurrency })
  const members = { find: (token: string) => findMember(db, token), localToken }
  return { db, images, jobs, members, metrics }
}

async function checkReadiness(db: Db, dataDir: string): Promise<{ ok: boolean; checks: Record<string, string> }> {
  const tries: [string, Promise<unknown>][] = [
    ['database', db.selectFrom('members').select('id').limit(1).execute()],
    ['images', access(join(dataDir, 'images'), constants.W_OK)],
  ]
  const checks = await Promise.all(
    tries.map(
      async ([name, attempt]) =>
        [
          name,
          await attempt.then(
            () => 'ok',
            () => 'cannot be used',
          ),
        ] as const,
    ),
  )
  return { ok: checks.every(([, said]) => said === 'ok'), checks: Object.fromEntries(checks) }
}
