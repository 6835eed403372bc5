import fc from 'fast-check'
import { z } from 'zod'

const nodeSchema = z.looseObject({
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
})
type Node = z.infer<typeof nodeSchema>

const LONGEST_TEXT = 60
const MOST_ITEMS = 4

/** Any value a contract's schema describes. What JSON Schema cannot say, such as a refinement, is left to the reader to refuse. */
export const anyOfSchema = (schema: z.ZodType): fc.Arbitrary<unknown> =>
  anyOfNode(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }))

function anyOfNode(value: unknown): fc.Arbitrary<unknown> {
  const node = nodeSchema.parse(value)
  if (node.const !== undefined) return fc.constant(node.const)
  if (node.enum) return fc.constantFrom(...node.enum)
  const choices = node.anyOf ?? node.oneOf
  if (choices) return fc.oneof(...choices.map(anyOfNode))
  return (byType[node.type ?? ''] ?? (() => fc.jsonValue()))(node)
}

const byType: Readonly<Record<string, (node: Node) => fc.Arbitrary<unknown>>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ({ minimum = -1_000_000, maximum = 1_000_000 }) =>
    fc.integer({ min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9) }),
  number: ({ minimum = -1e6, maximum = 1e6 }) => fc.double({ min: minimum, max: maximum, noNaN: true }),
  string: ({ pattern, minLength = 0, maxLength = LONGEST_TEXT }) =>
    pattern === undefined
      ? fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, LONGEST_TEXT)) })
      : fc.stringMatching(new RegExp(pattern)),
  array: ({ items, minItems = 0, maxItems = MOST_ITEMS }) =>
    fc.array(anyOfNode(items ?? {}), {
      minLength: minItems,
      maxLength: Math.max(minItems, Math.min(maxItems, MOST_ITEMS)),
    }),
  object: ({ properties, required = [], additionalProperties }) =>
    properties
      ? fc.record(Object.fromEntries(Object.entries(properties).map(([name, node]) => [name, anyOfNode(node)])), {
          requiredKeys: required,
        })
      : fc.dictionary(fc.string({ maxLength: 10 }), anyOfNode(additionalProperties ?? {}), { maxKeys: MOST_ITEMS }),
}
