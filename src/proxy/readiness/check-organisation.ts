import { z } from 'zod'
import { failureSchema } from '#domain/failure.ts'
import type { Db } from '../database/tables.ts'
import type { Engine } from '../engines/engine.ts'
import type { Check } from './check.ts'

const LOOKED_AT = 200

/** Failures by which an upstream tells something about the account, not about one request. */
const ABOUT_THE_ACCOUNT = [
  'upstream_key_wrong',
  'upstream_unverified',
  'upstream_forbidden',
  'upstream_no_access',
  'upstream_quota',
] as const

/**
 * What jobs have told of the account behind the key. Only a paid call can prove that it is verified, and a refusal can be
 * about one model only, so this never makes the proxy unready.
 */
export async function checkOrganisation(db: Db, engine: Pick<Engine, 'name' | 'simulated'>): Promise<Check> {
  if (engine.simulated) return { ok: true, said: 'The offline engine needs no account.' }
  const [made, refused] = await Promise.all([
    lastEnded(db, engine.name, 'done').executeTakeFirst(),
    lastEnded(db, engine.name, 'failed')
      // Failures are kept as JSON text.
      .where((row) => row.or(ABOUT_THE_ACCOUNT.map((code) => row('failure', 'like', `%"code":"${code}"%`))))
      .executeTakeFirst(),
  ])
  const failure = refused?.failure ? failureOf(refused.failure) : null
  if (refused?.ended_at && failure && refused.ended_at > (made?.ended_at ?? '')) {
    return { ok: true, said: `The last answer, of ${refused.ended_at}, was a refusal: ${failure.message}` }
  }
  if (made) return { ok: true, said: `The account may make pictures: the last one was made at ${made.ended_at}.` }
  return { ok: true, said: 'Whether the organisation is verified shows with the first picture; none was made yet.' }
}

/** Of the jobs submitted last: to look at all of them would take long. */
const lastEnded = (db: Db, engineName: string, state: 'done' | 'failed') =>
  db
    .selectFrom((jobs) =>
      jobs
        .selectFrom('jobs')
        .select(['failure', 'ended_at'])
        .where('state', '=', state)
        .where('engine_name', '=', engineName)
        .orderBy('created_at', 'desc')
        .limit(LOOKED_AT)
        .as('ended'),
    )
    .select(['failure', 'ended_at'])
    .orderBy('ended_at', 'desc')
    .limit(1)

const textSchema = z.string().transform((text) => failureSchema.safeParse(JSON.parse(text)).data ?? null)
const failureOf = (text: string) => textSchema.parse(text)
