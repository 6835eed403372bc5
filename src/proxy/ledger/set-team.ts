import type { Db } from '../database/tables.ts'
import type { Team } from './read-team.ts'

/** Changes what holds for all members together; what is not named stays. */
export async function setTeam(db: Db, change: Partial<Team>): Promise<void> {
  const { budget, monthly, jobLimit, credits } = change
  const values = {
    ...(budget === undefined ? {} : { budget }),
    ...(monthly === undefined ? {} : { monthly: monthly ? 1 : 0 }),
    ...(jobLimit === undefined ? {} : { job_limit: jobLimit }),
    ...(credits === undefined ? {} : { credits: credits && JSON.stringify(credits) }),
  }
  if (Object.keys(values).length > 0) await db.updateTable('team').set(values).execute()
}
