import { cp, rm } from 'node:fs/promises'
import { afterEach } from 'vitest'
import { callProxy } from './call-proxy.ts'
import { createHandEngine } from './hand-engine.ts'
import { startTestProxy, type TestProxyOverrides, temporaryFolder } from './start-test-proxy.ts'

/** For tests of what one process leaves to the next; after each test all of it goes. */
export function proxiesInTurn() {
  const undo: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const step of undo.splice(0).toReversed()) await step()
  })
  return {
    /** Done after the test, the latest first. */
    undo,
    /** A proxy whose engine, which may charge, is worked by hand. */
    async start(overrides: TestProxyOverrides = {}, token?: string) {
      const engine = createHandEngine({ simulated: false })
      const proxy = await startTestProxy({ parts: { engine }, stopWaitMs: 0, ...overrides })
      undo.push(() => proxy.close())
      return { engine, proxy, calls: callProxy((path, init) => fetch(proxy.url + path, init), token ?? proxy.token) }
    },
    /** What a kill would leave: the folder of a running proxy, copied. */
    async whatAKillLeaves(dataDir: string): Promise<string> {
      const left = await temporaryFolder()
      undo.push(() => rm(left, { recursive: true, force: true }))
      await cp(dataDir, left, { recursive: true })
      return left
    },
  }
}
export type Started = Awaited<ReturnType<ReturnType<typeof proxiesInTurn>['start']>>
