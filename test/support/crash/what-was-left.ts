import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const rowSchema = z.object({
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  sent_at: z.string().nullable(),
  received: z.string().nullable(),
})

/** What a killed proxy left behind about one job. */
export type Left = 'not stored' | 'queued' | 'running, not sent' | 'sent' | 'answer recorded' | 'done' | 'failed'

/** What the database knew of a job when its proxy died. */
export function whatWasLeft(dataDir: string, jobId: string): Left {
  const db = new DatabaseSync(join(dataDir, 'framewright.sqlite'))
  try {
    const found = db.prepare('SELECT state, sent_at, received FROM jobs WHERE id = ?').get(jobId)
    if (found === undefined) return 'not stored'
    const { state, sent_at, received } = rowSchema.parse(found)
    if (state === 'done') return 'done'
    if (state === 'failed' || state === 'cancelled') return 'failed'
    if (received !== null) return 'answer recorded'
    if (sent_at !== null) return 'sent'
    return state === 'queued' ? 'queued' : 'running, not sent'
  } finally {
    db.close()
  }
}

/** SHA-256 of every file in the folders of pictures, of those that arrive too. */
export async function picturesOnDisk(dataDir: string): Promise<Set<string>> {
  const entries = await Promise.all(
    ['images', 'arriving'].map((folder) => readdir(join(dataDir, folder), { recursive: true, withFileTypes: true })),
  )
  const files = entries.flat().filter((entry) => entry.isFile())
  const hashes = files.map(async ({ parentPath, name }) => sha256(await readFile(join(parentPath, name))))
  return new Set(await Promise.all(hashes))
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
