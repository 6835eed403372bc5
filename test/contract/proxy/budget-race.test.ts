import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createApp } from '#proxy/app.ts'
import { openServices } from '#proxy/services.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { temporaryFolder, testConfig } from '#support/start-test-proxy.ts'

const SUBMISSIONS = 200
const AFFORDABLE = 37

test('200 submissions at once spend what the budget holds and not a micro-dollar more', async () => {
  const dataDir = await temporaryFolder()
  const body = sampleSubmit()
  const localBudget = AFFORDABLE * body.agreedPrice + body.agreedPrice - 1
  const engine = createHandEngine()
  const services = await openServices(testConfig(dataDir, { localBudget, stopWaitMs: 0 }), { engine })
  const app = createApp(services)
  const calls = callProxy((path, init) => app.request(path, init), services.members.localToken ?? '')
  const said = await Promise.allSettled(Array.from({ length: SUBMISSIONS }, () => calls.submit(body)))
  expect(said.filter((one) => one.status === 'fulfilled')).toHaveLength(AFFORDABLE)
  const refusals = said.filter((one) => one.status === 'rejected').map((one) => String(one.reason))
  expect(refusals.every((reason) => reason.includes('402') && reason.includes('over_budget'))).toBe(true)
  const { budget, jobs } = (await calls.usage()).value
  expect(jobs).toBe(AFFORDABLE)
  expect(budget).toMatchObject({ reserved: AFFORDABLE * body.agreedPrice, left: body.agreedPrice - 1 })
  await services.close()
  await rm(dataDir, { recursive: true, force: true })
})
