import { Migrator } from 'kysely/migration'
import { up as membersLedgerImagesJobs } from './migrations/001-members-ledger-images-jobs.ts'
import { up as teamsAndMonthlyBudgets } from './migrations/002-teams-and-monthly-budgets.ts'
import { up as turnsAndBatches } from './migrations/003-turns-and-batches.ts'
import { up as picturesInUse } from './migrations/004-pictures-in-use.ts'
import { up as oneEndOfAReservation } from './migrations/005-one-end-of-a-reservation.ts'
import { up as duties } from './migrations/006-duties.ts'
import { up as turnsByTime } from './migrations/007-turns-by-time.ts'
import { up as askedToCancel } from './migrations/008-asked-to-cancel.ts'
import { up as edits } from './migrations/009-edits.ts'
import { up as sentMark } from './migrations/010-sent-mark.ts'
import type { Db } from './tables.ts'

/** In order. A migration that was released is never edited; a change is a new row. */
const migrations = {
  '001-members-ledger-images-jobs': { up: membersLedgerImagesJobs },
  '002-teams-and-monthly-budgets': { up: teamsAndMonthlyBudgets },
  '003-turns-and-batches': { up: turnsAndBatches },
  '004-pictures-in-use': { up: picturesInUse },
  '005-one-end-of-a-reservation': { up: oneEndOfAReservation },
  '006-duties': { up: duties },
  '007-turns-by-time': { up: turnsByTime },
  '008-asked-to-cancel': { up: askedToCancel },
  '009-edits': { up: edits },
  '010-sent-mark': { up: sentMark },
}

/** Brings a database up to date. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('The database could not be brought up to date', { cause: error })
}
