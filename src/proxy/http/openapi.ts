import { z } from 'zod'
import { CONTRACT_VERSION, errorSchema, jobEventSchema, type Route, routes } from '#contract/http-wire.ts'

interface Content {
  [mediaType: string]: { schema: object }
}

const json = (schema: z.ZodType, io: 'input' | 'output'): Content => ({
  'application/json': { schema: z.toJSONSchema(schema, { io, reused: 'inline' }) },
})
const binary: Content = { '*/*': { schema: { type: 'string', format: 'binary' } } }

function answerContent(answer: Route['answer']): Content {
  if (answer === 'bytes') return { 'image/*': { schema: { type: 'string', format: 'binary' } } }
  if (answer === 'text') return { 'text/plain': { schema: { type: 'string' } } }
  if (answer === 'document') return { 'application/json': { schema: { type: 'object' } } }
  if (answer === 'events') {
    const { 'application/json': event } = json(jobEventSchema, 'output')
    return event ? { 'text/event-stream': event } : {}
  }
  return json(answer, 'output')
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters(query: z.ZodType | undefined): object[] {
  if (!query) return []
  const { properties = {} } = z.toJSONSchema(query)
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
}

function operation(name: string, route: Route): object {
  const parameters = [...pathParameters(route.path), ...queryParameters(route.query)]
  return {
    operationId: name,
    summary: route.summary,
    security: route.auth ? [{ memberToken: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? { requestBody: { required: true, content: route.body === 'bytes' ? binary : json(route.body, 'input') } }
      : {}),
    responses: {
      200: { description: route.summary, content: answerContent(route.answer) },
      default: { description: 'A failure', content: json(errorSchema, 'output') },
    },
  }
}

function paths(): Record<string, Record<string, object>> {
  const found: Record<string, Record<string, object>> = {}
  for (const [name, route] of Object.entries(routes)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    found[path] = { ...found[path], [route.method.toLowerCase()]: operation(name, route) }
  }
  return found
}

/** The contract as an OpenAPI 3.1 document, made from the table of routes. */
export const openapiDocument = {
  openapi: '3.1.0',
  info: { title: 'Framewright proxy', version: String(CONTRACT_VERSION) },
  components: { securitySchemes: { memberToken: { type: 'http', scheme: 'bearer' } } },
  paths: paths(),
}
