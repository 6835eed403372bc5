import { type CompiledQuery, Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely'
import { DatabaseError, type PoolClient } from 'pg'
import postgres, { type Sql } from 'postgres'
import { openPostgresPool } from './postgres-pool.ts'

const CONNECTIONS = 5

type Send = (statement: Statement) => Promise<object[]>
type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>
type Then = Parameters<Promise<object[]>['then']>

/**
 * Answers as the package `postgres` does to a library that cannot do without it, through `pg`. After a query that broke
 * with rows on the way, `postgres` 3.4.9 shifts the rows of the next answer on that connection
 * (https://github.com/porsager/postgres/issues/1181); a connection that broke it writes on until that ends the process, or
 * lets queries wait for one that is never made (https://github.com/porsager/postgres/issues/1154). What is offered is what
 * OpenWorkflow’s runs use: queries, their parts and names, `json`, `unsafe`, `reserve` and `end`.
 * @param nameOf gives a column the name it has in a row
 */
export function pgAsPostgres(databaseUrl: string, nameOf: (column: string) => string): Sql {
  const pool = openPostgresPool(databaseUrl, CONNECTIONS)
  const compiler = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  // Lends its type and is never asked: it makes a connection with its first query.
  const type = postgres(databaseUrl, { max: 1 })

  const sendOn = async (client: PoolClient, { sql: text, parameters }: Statement): Promise<object[]> => {
    const { rows } = await client.query<object>(text, [...parameters])
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [nameOf(column), value])))
  }

  const send: Send = async (statement) => {
    const client = await pool.connect()
    try {
      const rows = await sendOn(client, statement)
      client.release()
      return rows
    } catch (error) {
      client.release(!isAnswer(error))
      throw error
    }
  }

  /** A connection of its own until it is released, or breaks: OpenWorkflow does not give back one that broke. */
  const reserve = async (): Promise<Sql> => {
    const client = await pool.connect()
    let isLent = true
    const giveBack = (broke: boolean): void => {
      if (!isLent) return
      isLent = false
      client.off('end', onEnd)
      client.release(broke)
    }
    const onEnd = (): void => giveBack(true)
    client.once('end', onEnd)
    const sendHere: Send = async (statement) => {
      if (!isLent) throw new Error('The connection of this transaction broke, or was given back')
      return sendOn(client, statement)
    }
    return offer(sendHere, { release: () => giveBack(false) })
  }

  const offer = (by: Send, more: object): Sql => {
    const offered = {
      json: (value: unknown) => sql`${value === null ? null : JSON.stringify(value)}::jsonb`,
      unsafe: (text: string, parameters: readonly unknown[] = []) => by({ sql: text, parameters }),
      ...more,
    }
    return new Proxy(type, {
      apply(_, __, [first, ...values]) {
        if (typeof first === 'string') return sql.id(first)
        if (values.includes(undefined)) throw new TypeError('A value of a query is undefined')
        const part = sql(first, ...values)
        return sentWhenAwaited(part, () => by(part.compile(compiler)))
      },
      get: (_, name) => Reflect.get(offered, name),
    })
  }

  return offer(send, { reserve, end: () => pool.end() })
}

/** A part can be put into another query; awaited, it is a query itself. */
function sentWhenAwaited(part: RawBuilder<unknown>, send: () => Promise<object[]>): RawBuilder<unknown> {
  return new Proxy(part, {
    get(_, name) {
      if (name === 'then') return (...then: Then) => send().then(...then)
      const value: unknown = Reflect.get(part, name, part)
      return typeof value === 'function' ? value.bind(part) : value
    },
  })
}

/** The connection goes on after it. */
const isAnswer = (error: unknown): boolean => error instanceof DatabaseError && error.severity === 'ERROR'
