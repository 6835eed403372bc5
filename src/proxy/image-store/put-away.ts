import { randomUUID } from 'node:crypto'
import { copyFile, link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder, UNFINISHED } from './write-durably.ts'

/**
 * Gives a finished file a name, on disk when it returns; a file that has the name makes way. With `stays` it keeps its old
 * name too: as a second link, or, where the file system has none or is another one, as a copy.
 */
export async function putAway(file: string, to: string, { stays }: { stays: boolean }): Promise<void> {
  const leaving = stays ? `${to}.${randomUUID()}${UNFINISHED}` : file
  try {
    if (stays) await link(file, leaving).catch(() => copyDurably(file, leaving))
    await rename(leaving, to)
    await syncFolder(dirname(to))
  } finally {
    // Renaming a link to another link of the same file does nothing, so it can still be there.
    if (stays) await rm(leaving, { force: true })
  }
}

async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const copy = await open(to, 'r+')
  try {
    await copy.sync()
  } finally {
    await copy.close()
  }
}
