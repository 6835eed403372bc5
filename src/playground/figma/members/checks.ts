import type { NodeAccess } from '../node-access.ts'

/** The name of the property from the member, such as `opacity` from `set_opacity`. */
const propertyOf = (access: NodeAccess) => access.member.replace(/^set_/, '')

const typeName = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

type Kinds = { number: number; string: string; boolean: boolean }

/** The value, if it has the type; throws Figma's sentence about types otherwise. */
export function expectType<Kind extends keyof Kinds>(access: NodeAccess, value: unknown, kind: Kind): Kinds[Kind] {
  const matches = (candidate: unknown): candidate is Kinds[Kind] =>
    typeof candidate === kind && !Number.isNaN(candidate)
  if (matches(value)) return value
  const got = Number.isNaN(value) ? 'NaN' : typeName(value)
  return access.fail(`Expected "${propertyOf(access)}" to have type ${kind} but got ${got} instead`)
}

/** Throws Figma's sentence about a value of the right type that is not allowed; `path` is such as `[0].scaleMode`. */
export function failValidation(access: NodeAccess, problem: string, path = ''): never {
  const place = path === '' ? '' : ` at ${path}`
  return access.fail(`Property "${propertyOf(access)}" failed validation: ${problem}${place}`)
}

export function expectOneOf<Value extends string>(
  access: NodeAccess,
  value: unknown,
  allowed: readonly Value[],
  path = '',
): Value {
  const found = allowed.find((candidate) => candidate === value)
  if (found !== undefined) return found
  const expected = allowed.map((candidate) => `'${candidate}'`).join(' | ')
  return failValidation(access, `Invalid enum value. Expected ${expected}, received '${String(value)}'`, path)
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A deep, frozen copy: what the plugin reads cannot change the document. */
export function frozenCopy<Value>(value: Value): Value {
  return freeze(structuredClone(value))
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) freeze(inner)
    Object.freeze(value)
  }
  return value
}
