import { z } from 'zod'
import { failureSchema } from '#domain/failure.ts'
import type { Db } from '../database/tables.ts'
import type { Engine } from '../engines/engine.ts'
import type { Check } from './check.ts'

/** Failures by which an upstream tells something about the account, not about one request. */
const ABOUT_THE_ACCOUNT = new Set([
  'upstream_key_wrong',
  'upstream_unverified',
  'upstream_forbidden',
  'upstream_no_access',
  'upstream_quota',
])

/**
 * What jobs have told of the account behind the key. Only a paid call can prove that it is verified, and a refusal can be
 * about one model only, so this never makes the proxy unready.
 */
export async function checkOrganisation(db: Db, engine: Pick<Engine, 'name' | 'simulated'>): Promise<Check> {
  if (engine.simulated) return { ok: true, said: 'The offline engine needs no account.' }
  const [made, refused] = await Promise.all([lastEnded(db, engine.name, 'done'), lastEnded(db, engine.name, 'failed')])
  const failure = refused?.failure ? failureOf(refused.failure) : null
  if (refused && failure && ABOUT_THE_ACCOUNT.has(failure.code) && refused.ended_at > (made?.ended_at ?? '')) {
    return { ok: true, said: `The last answer, of ${refused.ended_at}, was a refusal: ${failure.message}` }
  }
  if (made) return { ok: true, said: `The account may make pictures: the last one was made at ${made.ended_at}.` }
  return { ok: true, said: 'Whether the organisation is verified shows with the first picture; none was made yet.' }
}

async function lastEnded(db: Db, engineName: string, state: 'done' | 'failed') {
  const row = await db
    .selectFrom('jobs')
    .select(['failure', 'ended_at'])
    .where('state', '=', state)
    .where('engine_name', '=', engineName)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { failure: row.failure, ended_at: row.ended_at ?? '' } : null
}

const textSchema = z.string().transform((text) => failureSchema.safeParse(JSON.parse(text)).data ?? null)
const failureOf = (text: string) => textSchema.parse(text)
