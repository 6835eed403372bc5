import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type CallTable, type Channel, createRpc, type Handlers } from '#contract/rpc.ts'
import { AppError } from '#domain/app-error.ts'

const table = {
  double: { params: z.strictObject({ value: z.number() }), result: z.number() },
  fail: { params: z.strictObject({}), result: z.number() },
} as const satisfies CallTable
const older = { double: table.double } as const

/** Two ends of a wire that clones what it carries, as postMessage does. */
function openWire(): [Channel, Channel] {
  const listeners: ((message: unknown) => void)[][] = [[], []]
  const end = (mine: number, theirs: number): Channel => ({
    post: (message) => {
      const copy = structuredClone(message)
      queueMicrotask(() => {
        for (const listener of listeners[theirs] ?? []) listener(copy)
      })
    },
    on: (listener) => void listeners[mine]?.push(listener),
  })
  return [end(0, 1), end(1, 0)]
}

const handlers: Handlers<typeof table> = {
  double: ({ value }) => value * 2,
  fail: () => {
    throw new AppError('node_removed')
  },
}

function connect(answering: { table: typeof table; handlers: Handlers<typeof table> }) {
  const [a, b] = openWire()
  createRpc(b, answering, {})
  return createRpc(a, { table: {}, handlers: {} }, table)
}

describe('createRpc', () => {
  test('calls, and parses at both doors', async () => {
    const main = connect({ table, handlers })
    await expect(main.double({ value: 21 })).resolves.toBe(42)
    await expect(main.double({ value: 'x' } as never)).rejects.toThrow()
    const lying = connect({ table, handlers: { ...handlers, double: () => 'x' as never } })
    await expect(lying.double({ value: 1 })).rejects.toMatchObject({ code: 'internal' })
  })

  test('a thrown error crosses as its failure', async () => {
    await expect(connect({ table, handlers }).fail({})).rejects.toMatchObject({ code: 'node_removed' })
  })

  test('an unknown method is answered, so that nobody waits', async () => {
    const [a, b] = openWire()
    createRpc(b, { table: older, handlers: { double: handlers.double } }, {})
    const main = createRpc(a, { table: {}, handlers: {} }, table)
    await expect(main.fail({})).rejects.toMatchObject({ code: 'method_unknown' })
  })

  test('parameters this version cannot read are answered as another version’s', async () => {
    const [a, b] = openWire()
    createRpc(b, { table, handlers }, {})
    const newer = { double: { params: z.strictObject({ value: z.string() }), result: z.number() } }
    const main = createRpc(a, { table: {}, handlers: {} }, newer)
    await expect(main.double({ value: 'x' })).rejects.toMatchObject({ code: 'method_unknown' })
  })

  test('messages of others on the same wire are passed over', async () => {
    const [a, b] = openWire()
    createRpc(b, { table, handlers }, {})
    const main = createRpc(a, { table: {}, handlers: {} }, table)
    for (const message of [null, 'x', 7, [], { type: 'ping' }]) a.post(message)
    await expect(main.double({ value: 4 })).resolves.toBe(8)
  })

  test('inherited names are no methods', async () => {
    const [a, b] = openWire()
    createRpc(b, { table, handlers }, {})
    const odd = { toString: { params: z.strictObject({}), result: z.string() } }
    const main = createRpc(a, { table: {}, handlers: {} }, odd)
    await expect(main.toString({})).rejects.toMatchObject({ code: 'method_unknown' })
  })
})
