import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '#proxy/database/open-database.ts'
import type { Db } from '#proxy/database/tables.ts'
import { ensureLocalMember } from '#proxy/members/ensure-local-member.ts'
import { findMember } from '#proxy/members/find-member.ts'
import { revokeMember } from '#proxy/members/revoke-member.ts'
import { temporaryFolder } from '#support/start-test-proxy.ts'

let dataDir: string
let db: Db
beforeEach(async () => {
  dataDir = await temporaryFolder()
  db = await openDatabase({ dataDir, databaseUrl: null })
})
afterEach(async () => {
  await db.destroy()
  await rm(dataDir, { recursive: true })
})

const ensure = (budget: number | null = 1_000) =>
  ensureLocalMember(db, { dataDir, budget, now: '2026-11-20T12:00:00.000Z' })

test('a first start makes a token of 256 bits, later starts give the same', async () => {
  const token = await ensure()
  expect(Buffer.from(token.slice('fw_'.length), 'base64url')).toHaveLength(32)
  expect(await ensure(2_000)).toBe(token)
  expect(await findMember(db, token)).toMatchObject({ name: 'local' })
  expect(await findMember(db, `${token}x`)).toBeNull()
  expect(await db.selectFrom('members').select('budget').execute()).toEqual([{ budget: 2_000 }])
})

test('a budget stays as it was set until another is given', async () => {
  const budgets = async () => db.selectFrom('members').select('budget').execute()
  await ensure(null)
  expect(await budgets()).toEqual([{ budget: 25_000_000 }])
  await ensure(5_000_000)
  await ensure(null)
  expect(await budgets()).toEqual([{ budget: 5_000_000 }])
})

test('the database holds no token, its file only its owner can read', async () => {
  const token = await ensure()
  const rows = await db.selectFrom('members').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token)
  if (process.platform !== 'win32') expect((await stat(join(dataDir, 'local-token'))).mode & 0o777).toBe(0o600)
})

test('a lost token file is a new token, and the old one no longer counts', async () => {
  const old = await ensure()
  await writeFile(join(dataDir, 'local-token'), '')
  const token = await ensure()
  expect(token).not.toBe(old)
  expect(await readFile(join(dataDir, 'local-token'), 'utf8')).toBe(`${token}\n`)
  expect(await findMember(db, old)).toBeNull()
  expect(await findMember(db, token)).toMatchObject({ name: 'local' })
})

test('is an admin; a revoked token is replaced at the next start', async () => {
  const old = await ensure()
  expect(await findMember(db, old)).toMatchObject({ admin: true })
  await revokeMember(db, 'local', '2026-11-20T13:00:00.000Z')
  expect(await findMember(db, old)).toBeNull()
  const token = await ensure()
  expect(token).not.toBe(old)
  expect(await findMember(db, token)).toMatchObject({ name: 'local', admin: true })
  expect(await findMember(db, old)).toBeNull()
})
