import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '../config.ts'
import type { Db } from '../database/tables.ts'
import type { Engine } from '../engines/engine.ts'
import type { BlobStore } from '../image-store/blob-store.ts'
import type { Check } from './check.ts'
import { checkDisk } from './check-disk.ts'
import { checkOrganisation } from './check-organisation.ts'

const LONGEST_MS = 6_000
/** Anyone may ask; whoever asks within this time of another gets the same answer. */
const SHARED_MS = 1_000

/**
 * What this process cannot work without. The rest is told in words alone: no other proxy would do better, and jobs that are
 * kept can still be looked at.
 */
const DECIDING: readonly string[] = ['database', 'images']

interface ReadinessParts {
  db: Db
  blobs: Pick<BlobStore, 'check'>
  engine: Pick<Engine, 'name' | 'simulated' | 'check'>
  config: Pick<Config, 'dataDir' | 'retention'>
}

export interface Readiness {
  /** True when jobs can be taken and looked at. A job that the upstream refuses then says why itself. */
  ok: boolean
  /** A sentence for each thing that making pictures needs. */
  checks: Record<string, string>
}

/** Looks whether jobs can be taken now. Costs nothing upstream, and never throws. */
export function createReadinessCheck(parts: ReadinessParts): () => Promise<Readiness> {
  let last: { at: number; found: Promise<Readiness> } | null = null
  return () => {
    const now = Date.now()
    if (last === null || now - last.at >= SHARED_MS) last = { at: now, found: checkAll(parts) }
    return last.found
  }
}

async function checkAll({ db, blobs, engine, config }: ReadinessParts): Promise<Readiness> {
  const running: Record<string, [Promise<Check>, string]> = {
    database: [
      db
        .selectFrom('members')
        .select('id')
        .limit(1)
        .execute()
        .then(() => ({ ok: true, said: 'The database answers.' })),
      'The database cannot be used.',
    ],
    images: [blobs.check().then((said) => ({ ok: true, said })), 'Pictures cannot be kept or read.'],
    upstream: [askUpstream(engine), 'The upstream cannot be reached.'],
    organisation: [checkOrganisation(db, engine), 'What the upstream last said cannot be read.'],
    disk: [checkDisk(db, config), 'The free space on the disk cannot be read.'],
  }
  const checks = await Promise.all(
    Object.entries(running).map(async ([name, [check, otherwise]]) => [name, await inTime(check, otherwise)] as const),
  )
  return {
    ok: checks.every(([name, { ok }]) => ok || !DECIDING.includes(name)),
    checks: Object.fromEntries(checks.map(([name, { said }]) => [name, said])),
  }
}

async function askUpstream(engine: ReadinessParts['engine']): Promise<Check> {
  return engine.check ? engine.check() : { ok: true, said: `The engine “${engine.name}” needs no upstream.` }
}

async function inTime(check: Promise<Check>, otherwise: string): Promise<Check> {
  const failed: Check = { ok: false, said: otherwise }
  const stop = new AbortController()
  const late = wait(LONGEST_MS, failed, { ref: false, signal: stop.signal }).catch(() => failed)
  try {
    return await Promise.race([check.catch(() => failed), late])
  } finally {
    stop.abort()
  }
}
