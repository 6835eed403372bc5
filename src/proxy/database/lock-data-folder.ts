import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another process works in the data folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse'

  constructor(dataDir: string) {
    super(
      `Another Framewright is using the data folder ${dataDir}. Stop it, use it through its address, or set DATA_DIR to another folder.`,
    )
  }
}

/**
 * Keeps every other process out of a data folder until the returned function is called. The lock is one that the
 * operating system ends with the process, so a killed proxy leaves none behind.
 * @throws DataFolderInUse
 */
export function lockDataFolder(dataDir: string): () => void {
  const lock = new DatabaseSync(join(dataDir, 'lock.sqlite'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new DataFolderInUse(dataDir)
  }
  return () => lock.close()
}
