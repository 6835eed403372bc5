import { Migrator } from 'kysely/migration'
import { up as membersLedgerImagesJobs } from './migrations/001-members-ledger-images-jobs.ts'
import type { Db } from './tables.ts'

/** In order. A migration that was released is never edited; a change is a new row. */
const migrations = {
  '001-members-ledger-images-jobs': { up: membersLedgerImagesJobs },
}

/** Brings a database up to date. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('The database could not be brought up to date', { cause: error })
}
