import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { jobIdSchema } from '#domain/job.ts'
import { DataFolderInUse, lockDataFolder } from '../database/lock-data-folder.ts'
import { syncFolder } from './write-durably.ts'

/** More proxies than share one data folder. */
const MOST_PLACES = 1_000

/** One paid call: a job's turn. */
export interface PaidCall {
  jobId: string
  attempt: number
}

/**
 * Files of pictures of paid answers that are not recorded yet. Each is named after its call, so that the next process knows
 * whose it is.
 */
export interface ArrivingPictures {
  /** Where a picture is written as it arrives, and stays until `clear`. */
  pathOf(call: PaidCall, index: number): string
  /** Removes the pictures of a call: they are recorded. */
  clear(call: PaidCall): Promise<void>
  /** Hands over what processes that are gone left, call by call; nobody else does so at the same time. Files are in order. */
  eachLeft(use: (call: PaidCall, files: string[]) => Promise<void>): Promise<void>
  close(): Promise<void>
}

/**
 * Takes a place in the folder `arriving` of the data folder. A process has a place of its own, also where several share
 * the data folder, and holds it by a lock that ends with the process.
 */
export async function openArrivingPictures(dataDir: string): Promise<ArrivingPictures> {
  const folder = join(dataDir, 'arriving')
  const { own, unlock } = await takePlace(folder)
  for (const made of [dataDir, folder]) await syncFolder(made)
  return {
    pathOf: ({ jobId, attempt }, index) => join(own, [jobId, attempt, index].join('.')),
    async clear(call) {
      for (const file of (await readLeft(own)).get(keyOf(call))?.files ?? []) await rm(file, { force: true })
    },
    async eachLeft(use) {
      for (const place of (await readdir(folder)).filter((name) => /^\d+$/.test(name))) {
        const path = join(folder, place)
        const release = path === own ? () => {} : tryLock(path)
        if (!release) continue
        try {
          for (const { call, files } of (await readLeft(path)).values()) await use(call, files)
        } finally {
          release()
        }
      }
    },
    close: async () => unlock(),
  }
}

async function takePlace(folder: string): Promise<{ own: string; unlock: () => void }> {
  for (let place = 1; place <= MOST_PLACES; place += 1) {
    const own = join(folder, String(place))
    await mkdir(own, { recursive: true, mode: 0o700 })
    const unlock = tryLock(own)
    if (unlock) return { own, unlock }
  }
  throw new DataFolderInUse(folder)
}

function tryLock(place: string): (() => void) | null {
  try {
    return lockDataFolder(place)
  } catch (error) {
    if (error instanceof DataFolderInUse) return null
    throw error
  }
}

const nameSchema = z.tuple([jobIdSchema, z.coerce.number().int(), z.coerce.number().int()])
const keyOf = ({ jobId, attempt }: PaidCall): string => `${jobId}.${attempt}`

async function readLeft(place: string): Promise<Map<string, { call: PaidCall; files: string[] }>> {
  const named = (await readdir(place)).flatMap((name) => {
    const parsed = nameSchema.safeParse(name.split('.')).data
    return parsed ? [{ path: join(place, name), jobId: parsed[0], attempt: parsed[1], index: parsed[2] }] : []
  })
  const calls = new Map<string, { call: PaidCall; files: string[] }>()
  for (const { path, jobId, attempt } of named.toSorted((a, b) => a.index - b.index)) {
    const call = { jobId, attempt }
    calls.set(keyOf(call), { call, files: [...(calls.get(keyOf(call))?.files ?? []), path] })
  }
  return calls
}
