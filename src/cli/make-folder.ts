import { mkdir } from 'node:fs/promises'
import { UsageError } from './usage-error.ts'

/** Makes sure pictures can be put somewhere, before anything is paid for. Throws UsageError. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch(() => {
    throw new UsageError(`--out ${path} cannot be used as a folder.`)
  })
}
