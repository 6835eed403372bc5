import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Spending, UsageBy, UsageRow } from '#contract/usage-wire.ts'
import type { MicroDollars } from '#domain/money.ts'
import type { Config } from './config.ts'
import { openDatabase } from './database/open-database.ts'
import type { Db } from './database/tables.ts'
import { type DoubtfulJob, listDoubtful } from './jobs/list-doubtful.ts'
import { resolveJob, type Verdict } from './jobs/resolve-job.ts'
import { readSpending } from './ledger/read-budget.ts'
import { readTeam, type Team } from './ledger/read-team.ts'
import { readUsage } from './ledger/read-usage.ts'
import { setTeam } from './ledger/set-team.ts'
import type { Cleared } from './maintenance/run-maintenance.ts'
import { addMember, type NewMember } from './members/add-member.ts'
import { type ListedMember, listMembers } from './members/list-members.ts'
import { revokeMember } from './members/revoke-member.ts'
import { setMemberBudget } from './members/set-member-budget.ts'
import { OperationRefused } from './operation-refused.ts'

/** What the operator of a proxy can do, while it runs or not. */
export interface Operations {
  /** Returns the new member's token, which is kept nowhere. Throws OperationRefused. */
  addMember(member: NewMember): Promise<string>
  listMembers(): Promise<ListedMember[]>
  /** Without `monthly`, it stays monthly or total as it was. Throws OperationRefused. */
  setMemberBudget(name: string, change: { budget: MicroDollars; monthly?: boolean | undefined }): Promise<void>
  /** Throws OperationRefused. */
  revokeMember(name: string): Promise<void>
  /** What holds for all members together, and what they have spent together. */
  readTeam(): Promise<Team & { spent: Pick<Spending, 'settled' | 'reserved'> }>
  /** What is not named stays. */
  setTeam(change: Partial<Team>): Promise<void>
  /** Of all members. */
  usage(by: UsageBy): Promise<UsageRow[]>
  /** Jobs whose price is held back because they may have been charged. */
  doubtful(): Promise<DoubtfulJob[]>
  /** Ends the reservation of such a job; returns what was held back. Throws OperationRefused, AppError job_missing. */
  resolve(jobId: string, verdict: Verdict): Promise<MicroDollars>
  /** Clears away what retention no longer keeps; null when another process is at it. */
  maintain(): Promise<Cleared | null>
  close(): Promise<void>
}

/**
 * Opens nothing but the database of the settings: it takes no lock and works on no job.
 * @throws OperationRefused when there is no database yet, DatabaseUnusable
 */
export async function openOperations(config: Config): Promise<Operations> {
  await checkDataFolder(config)
  const db = await openDatabase(config)
  const now = (): string => new Date().toISOString()
  return {
    addMember: (member) => addMember(db, member, now()),
    listMembers: () => listMembers(db, now()),
    setMemberBudget: (name, change) => setMemberBudget(db, name, change),
    revokeMember: (name) => revokeMember(db, name, now()),
    readTeam: () => teamWithSpending(db, now()),
    setTeam: (change) => setTeam(db, change),
    usage: (by) => readUsage(db, by, null),
    doubtful: () => listDoubtful(db),
    resolve: (jobId, verdict) => resolveJob(db, jobId, verdict, now()),
    maintain: () => maintain(db, config),
    close: () => db.destroy(),
  }
}

/** A mistyped folder must not become a new, empty proxy. */
async function checkDataFolder({ dataDir, databaseUrl }: Config): Promise<void> {
  if (databaseUrl !== null) return
  await access(join(dataDir, 'framewright.sqlite')).catch(() => {
    throw new OperationRefused(
      `No proxy has worked in the data folder ${dataDir} yet. Start the proxy once, or set DATA_DIR to its folder.`,
    )
  })
}

async function teamWithSpending(
  db: Db,
  now: string,
): Promise<Team & { spent: Pick<Spending, 'settled' | 'reserved'> }> {
  const team = await readTeam(db)
  const { settled, reserved } = await readSpending(db, { budget: team.budget ?? 0, monthly: team.monthly }, now)
  return { ...team, spent: { settled, reserved } }
}

/** Loads what only this needs. */
async function maintain(db: Db, config: Config): Promise<Cleared | null> {
  const { runMaintenance } = await import('./maintenance/run-maintenance.ts')
  const { createLog } = await import('./log.ts')
  const { openBlobs } = await import('./open-blobs.ts')
  const log = createLog(config.logLevel)
  const blobs = await openBlobs(config, log, { sends: false })
  try {
    return await runMaintenance({ db, blobs, log, clock: () => new Date(), retention: config.retention })
  } finally {
    await blobs.close()
  }
}
