import { renameSync, rmSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'

/** What a power cut would take: file contents, new names and new folders that were never synced. */
export interface Unsynced {
  written(path: string): void
  madeFolder(path: string): void
  /** `isNew`: nothing had the name `to` before. */
  renamed(from: string, to: string, isNew: boolean): void
  /** A file or a folder was synced: a file keeps its content, a folder the names in it. */
  synced(path: string): void
  /** Takes it all away, as the power cut does. */
  lose(): void
}

export function trackUnsynced(): Unsynced {
  const contents = new Set<string>()
  const folders = new Set<string>()
  let names: { from: string; to: string }[] = []
  return {
    written: (path) => void contents.add(path),
    madeFolder: (path) => void folders.add(path),
    renamed(from, to, isNew) {
      if (contents.delete(from)) contents.add(to)
      if (isNew) names.push({ from, to })
    },
    synced(path) {
      contents.delete(path)
      names = names.filter(({ to }) => dirname(to) !== path)
      for (const folder of folders) if (dirname(folder) === path) folders.delete(folder)
    },
    lose() {
      for (const path of contents) quietly(() => truncateSync(path, 0))
      for (const { from, to } of names.toReversed()) quietly(() => renameSync(to, from))
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A file that was removed meanwhile has nothing to lose. */
function quietly(loss: () => void): void {
  try {
    loss()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}
