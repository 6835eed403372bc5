import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { inject } from 'vitest'
import type { Config } from '#proxy/config.ts'
import { openDatabase } from '#proxy/database/open-database.ts'
import type { Db } from '#proxy/database/tables.ts'
import { postgresUrl } from './start-postgres.ts'

export interface TestDatabase {
  /** What makes a proxy use it: its data folder, and the address when it is PostgreSQL. */
  config: Pick<Config, 'dataDir' | 'databaseUrl'>
  /** Opens it, up to date. Whoever opens it closes it: `db.destroy()`. */
  open(): Promise<Db>
  /** Removes it, and its data folder. */
  drop(): Promise<void>
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'framewright-'))
const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

/** Every kind of database the proxy works on, for `describe.each`: what holds on one must hold on all. */
export const databases: readonly { name: string; create(): Promise<TestDatabase> }[] = [
  { name: 'SQLite', create: createSqlite },
  { name: 'PostgreSQL', create: createPostgres },
]

async function createSqlite(): Promise<TestDatabase> {
  const config = { dataDir: await newFolder(), databaseUrl: null }
  return { config, open: () => openDatabase(config), drop: () => removeFolder(config.dataDir) }
}

/** A new database of the server that all tests of this run share. */
export async function createPostgres(): Promise<TestDatabase & { config: { databaseUrl: string } }> {
  const answer = await fetch(inject('postgresOffer'))
  const said = await answer.text()
  if (!answer.ok) throw new Error(said)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const administer = async (statement: string): Promise<void> => {
    const sql = postgres(postgresUrl(Number(said), 'postgres'), { max: 1, onnotice: () => {} })
    await sql.unsafe(statement).finally(() => sql.end())
  }
  await administer(`create database ${name}`)
  const config = { dataDir: await newFolder(), databaseUrl: postgresUrl(Number(said), name) }
  return {
    config,
    open: () => openDatabase(config),
    async drop() {
      await administer(`drop database ${name} with (force)`)
      await removeFolder(config.dataDir)
    },
  }
}
