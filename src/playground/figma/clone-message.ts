import { fail } from './figma-error.ts'

type Unwrap = (value: object) => string | undefined

function cloneObject(value: object, member: string, nodeId: Unwrap): unknown {
  if (value instanceof Uint8Array) return value.slice()
  if (value instanceof ArrayBuffer) return value.slice(0)
  if (value instanceof Date) return new Date(value)
  if (Array.isArray(value)) return value.map((item) => cloneMessage(item, member, nodeId))
  const id = nodeId(value)
  if (id !== undefined) return { id }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, cloneMessage(item, member, nodeId)] as const),
  )
}

/**
 * What arrives on the other side of `postMessage`: plain data and bytes, copied. Symbols (`figma.mixed`) and functions
 * throw; a node arrives as its id. `nodeId` tells nodes from plain objects.
 */
export function cloneMessage(value: unknown, member: string, nodeId: Unwrap = () => undefined): unknown {
  if (typeof value === 'symbol') return fail(member, 'Cannot unwrap symbol')
  if (typeof value === 'function') return fail(member, 'Cannot unwrap function')
  return typeof value === 'object' && value !== null ? cloneObject(value, member, nodeId) : value
}
