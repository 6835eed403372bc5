import Ajv2020 from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { routes } from '#contract/http-wire.ts'
import { callProxy } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { startTestProxy } from '#support/start-test-proxy.ts'

const content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }))
const operation = z.object({
  operationId: z.string(),
  security: z.array(z.unknown()),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']) })).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content })),
})
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), operation)),
})

test('the OpenAPI document names every route, and its schemas accept what the proxy says', async () => {
  const proxy = await startTestProxy({ parts: { engine: createHandEngine() } })
  const document = documentSchema.parse(await (await fetch(`${proxy.url}/v1/openapi.json`)).json())
  const described = Object.values(document.paths).flatMap((methods) => Object.values(methods))
  expect(described.map((one) => one.operationId).toSorted()).toEqual(Object.keys(routes).toSorted())
  for (const { operationId, security } of described) {
    expect(security.length > 0).toBe(Object.entries(routes).find(([name]) => name === operationId)?.[1].auth)
  }
  expect(document.paths['/v1/images/{id}']?.['get']?.parameters.map((one) => one.name)).toEqual([
    'id',
    'width',
    'format',
  ])

  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const schemas = described.flatMap((one) => [
    one.requestBody?.content,
    ...Object.values(one.responses).map((said) => said.content),
  ])
  for (const media of schemas) for (const { schema } of Object.values(media ?? {})) ajv.compile(schema)
  const session = document.paths['/v1/session']?.['get']?.responses['200']?.content['application/json']?.schema ?? false
  const calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
  const valid = ajv.validate(session, (await calls.session()).value)
  expect(ajv.errorsText()).toBe('No errors')
  expect(valid).toBe(true)
  await proxy.close()
})
