import { statfs } from 'node:fs/promises'
import type { Config } from '../config.ts'
import type { Db } from '../database/tables.ts'
import { GIGABYTE, storedBytes } from '../maintenance/stored-bytes.ts'
import type { Check } from './check.ts'

/** A few large pictures on their way, and the database beside them. */
const LEAST_FREE = 0.5 * GIGABYTE

const inGigabytes = (bytes: number): string => `${(bytes / GIGABYTE).toFixed(1)} GB`

/** Whether there is room for more pictures: on the disk of the data folder, and under the limit. */
export async function checkDisk(db: Db, { dataDir, retention }: Pick<Config, 'dataDir' | 'retention'>): Promise<Check> {
  const { bavail, bsize } = await statfs(dataDir)
  const free = bavail * bsize
  const stored = await storedBytes(db)
  const limit = retention.diskLimitGb === null ? null : retention.diskLimitGb * GIGABYTE
  const about = `Pictures take ${inGigabytes(stored)}${limit === null ? '' : ` of ${inGigabytes(limit)}`}; ${inGigabytes(free)} of the disk are free.`
  if (limit !== null && stored >= limit) return { ok: false, said: `The disk limit is reached. ${about}` }
  return { ok: free >= LEAST_FREE, said: free >= LEAST_FREE ? about : `The disk is nearly full. ${about}` }
}
