/** PostgreSQL cannot be used; the message says why, without the password. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable'
}

/** What the system or PostgreSQL says, in words. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'no machine has that name',
  EAI_AGAIN: 'the name of the machine cannot be looked up now',
  ETIMEDOUT: 'it does not answer',
  '28000': 'it does not let this user in',
  '28P01': 'the password is wrong',
  '3D000': 'there is no database of that name',
  '42501': 'this user may not make tables there',
  '53300': 'it has too many connections already',
  '57P03': 'it is starting or stopping',
}

/** What `pg` itself says, which gives no codes. */
const SAID: Readonly<Record<string, string>> = {
  'timeout expired': 'it does not answer',
  'Connection terminated due to connection timeout': 'it does not answer',
  'Connection terminated unexpectedly': 'the connection was cut',
}

/** The error as a sentence when it is about reaching the database; as it is otherwise. */
export function unusableDatabase(databaseUrl: string, error: unknown): unknown {
  const reason = reasonOf(error)
  if (reason === null) return error
  return new DatabaseUnusable(
    `The PostgreSQL database ${whereIs(databaseUrl)} cannot be used: ${reason}. Check DATABASE_URL.`,
    { cause: error },
  )
}

function reasonOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? SAID[error.message] ?? reasonOf(error.cause)
}

function whereIs(databaseUrl: string): string {
  const url = URL.parse(databaseUrl)
  return url ? `${decodeURIComponent(url.pathname.slice(1))} at ${url.host}` : 'of DATABASE_URL'
}
