import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '#proxy/database/tables.ts'
import { addMember } from '#proxy/members/add-member.ts'
import { findMember } from '#proxy/members/find-member.ts'
import { listMembers } from '#proxy/members/list-members.ts'
import { revokeMember } from '#proxy/members/revoke-member.ts'
import { setMemberBudget } from '#proxy/members/set-member-budget.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { type Movements, movementsOn } from '#support/fill-ledger.ts'

const now = '2026-11-20T12:00:00.000Z'
const refused = { name: 'OperationRefused' }

describe.each(databases)('on $name', ({ create }) => {
  let database: TestDatabase
  let db: Db
  let ledger: Movements
  beforeAll(async () => {
    database = await create()
    db = await database.open()
    ledger = movementsOn(db)
  })
  afterAll(async () => {
    await db.destroy()
    await database.drop()
  })
  beforeEach(() => ledger.start({}))

  const add = (name: string, change: { budget?: number; admin?: boolean } = {}) =>
    addMember(db, { name, budget: 1_000, monthly: true, admin: false, ...change }, now)

  test('a token of 256 random bits opens the door for its member, and is kept nowhere', async () => {
    const tokens = [await add('anna'), await add('bob', { admin: true })]
    expect(new Set(tokens).size).toBe(2)
    for (const token of tokens) expect(Buffer.from(token.slice('fw_'.length), 'base64url')).toHaveLength(32)
    expect(await findMember(db, tokens[0] ?? '')).toMatchObject({ name: 'anna', admin: false })
    expect(await findMember(db, tokens[1] ?? '')).toMatchObject({ name: 'bob', admin: true })
    const rows = JSON.stringify(await db.selectFrom('members').selectAll().execute())
    for (const token of tokens) expect(rows).not.toContain(token)
  })

  test('a name belongs to one member, and the one of this machine is not added', async () => {
    const token = await add('anna')
    await expect(add('anna', { budget: 9_000 })).rejects.toMatchObject(refused)
    await expect(add('local')).rejects.toMatchObject(refused)
    expect(await findMember(db, token)).toMatchObject({ name: 'anna' })
    expect((await listMembers(db, now)).map(({ name, budget }) => [name, budget])).toEqual([['anna', 1_000]])
  })

  test('a revoked token stops at once; adding the name again gives a new one and keeps what was spent', async () => {
    const token = await add('anna')
    const { id = '' } = (await findMember(db, token)) ?? {}
    await ledger.reserve(id, [{ jobId: 'a', price: 400 }], now)
    await revokeMember(db, 'anna', now)
    expect(await findMember(db, token)).toBeNull()
    await expect(revokeMember(db, 'anna', now)).rejects.toMatchObject(refused)
    await expect(revokeMember(db, 'nobody', now)).rejects.toMatchObject(refused)
    expect(await listMembers(db, now)).toMatchObject([{ name: 'anna', reserved: 400, left: 600, revokedAt: now }])
    const next = await add('anna', { budget: 2_000 })
    expect(await findMember(db, token)).toBeNull()
    expect(await findMember(db, next)).toMatchObject({ id, name: 'anna' })
    expect(await listMembers(db, now)).toMatchObject([{ reserved: 400, left: 1_600, revokedAt: null }])
  })

  test('a budget is changed with or without when it starts anew', async () => {
    await add('anna')
    await setMemberBudget(db, 'anna', { budget: 5 })
    expect(await listMembers(db, now)).toMatchObject([{ budget: 5, monthly: true }])
    await setMemberBudget(db, 'anna', { budget: 0, monthly: false })
    expect(await listMembers(db, now)).toMatchObject([{ budget: 0, monthly: false }])
    await expect(setMemberBudget(db, 'nobody', { budget: 1 })).rejects.toMatchObject(refused)
  })
})
