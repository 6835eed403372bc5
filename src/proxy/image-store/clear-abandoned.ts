import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UNFINISHED } from './write-durably.ts'

/** A write takes minutes at most; a file that was not touched for so long belongs to a process that died. Milliseconds. */
const ABANDONED_MS = 24 * 60 * 60 * 1000

/** Clears away writes that never finished; other processes may be writing in the folder. */
export async function clearAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  for (const name of names.filter((one) => one.endsWith(UNFINISHED))) {
    const path = join(folder, name)
    const touched = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    )
    if (touched !== null && Date.now() - touched > ABANDONED_MS) await rm(path, { force: true })
  }
}
