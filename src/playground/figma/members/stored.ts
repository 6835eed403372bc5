import type { Property } from '../member.ts'
import type { NodeProperties } from '../node-model.ts'
import { expectOneOf, expectType, failValidation } from './checks.ts'

type KeysOf<Value> = {
  [Key in keyof NodeProperties]: [NodeProperties[Key]] extends [Value] ? Key : never
}[keyof NodeProperties]

interface Limits {
  readonly least?: number
  readonly most?: number
  readonly overridable?: boolean
}

/** A number kept as it is, within limits. */
export function storedNumber(key: KeysOf<number>, { least, most, overridable = true }: Limits = {}): Property<number> {
  return {
    overridable,
    get: (access) => access.node[key],
    set(access, value) {
      const number = expectType(access, value, 'number')
      if (least !== undefined && number < least) {
        failValidation(access, `Number must be greater than or equal to ${least}`)
      }
      if (most !== undefined && number > most) failValidation(access, `Number must be less than or equal to ${most}`)
      access.write({ [key]: number })
    },
  }
}

export function storedFlag(key: KeysOf<boolean>): Property<boolean> {
  return {
    get: (access) => access.node[key],
    set: (access, value) => access.write({ [key]: expectType(access, value, 'boolean') }),
  }
}

export function storedText(key: KeysOf<string>): Property<string> {
  return {
    get: (access) => access.node[key],
    set: (access, value) => access.write({ [key]: expectType(access, value, 'string') }),
  }
}

/** One of a list of words. */
export function storedChoice<Key extends KeysOf<string>>(
  key: Key,
  allowed: readonly NodeProperties[Key][],
  overridable = true,
): Property<NodeProperties[Key]> {
  return {
    overridable,
    get: (access) => access.node[key],
    set: (access, value) => access.write({ [key]: expectOneOf(access, value, allowed) }),
  }
}
