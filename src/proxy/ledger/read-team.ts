import { type CreditTable, creditTableSchema } from '#domain/credits.ts'
import type { MicroDollars } from '#domain/money.ts'
import type { Db } from '../database/tables.ts'

/** What holds for all members together. */
export interface Team {
  /** Null for a team without a budget of its own. */
  budget: MicroDollars | null
  /** True when the budget starts anew each UTC month. */
  monthly: boolean
  /** The most one job may cost; null for no limit. */
  jobLimit: MicroDollars | null
  /** What pictures cost in credits; null for a team that counts in dollars. */
  credits: CreditTable | null
}

export async function readTeam(db: Db): Promise<Team> {
  const row = await db.selectFrom('team').selectAll().executeTakeFirstOrThrow()
  return {
    budget: row.budget === null ? null : Number(row.budget),
    monthly: row.monthly === 1,
    jobLimit: row.job_limit === null ? null : Number(row.job_limit),
    credits: row.credits === null ? null : creditTableSchema.parse(JSON.parse(row.credits)),
  }
}
