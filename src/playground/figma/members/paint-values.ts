import type { NodeAccess } from '../node-access.ts'
import { expectOneOf, failValidation, isRecord } from './checks.ts'

type Fields = Readonly<Record<string, unknown>>

export const blendModes = [
  'PASS_THROUGH',
  'NORMAL',
  'DARKEN',
  'MULTIPLY',
  'LINEAR_BURN',
  'COLOR_BURN',
  'LIGHTEN',
  'SCREEN',
  'LINEAR_DODGE',
  'COLOR_DODGE',
  'OVERLAY',
  'SOFT_LIGHT',
  'HARD_LIGHT',
  'DIFFERENCE',
  'EXCLUSION',
  'HUE',
  'SATURATION',
  'COLOR',
  'LUMINOSITY',
] as const

/** Reads checked fields of one item of a list; `path` is its place, such as `[0]`. */
export class FieldReader {
  private readonly access: NodeAccess
  private readonly fields: Fields
  private readonly path: string

  constructor(access: NodeAccess, value: unknown, path: string) {
    this.access = access
    this.path = path
    this.fields = isRecord(value) ? value : failValidation(access, 'Expected object', path)
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined
  }

  value(name: string): unknown {
    return this.fields[name]
  }

  inner(name: string): FieldReader {
    return new FieldReader(this.access, this.fields[name], `${this.path}.${name}`)
  }

  list(name: string): readonly FieldReader[] {
    const list = this.fields[name]
    if (!Array.isArray(list)) return this.problem(name, 'Expected array')
    return list.map((item, index) => new FieldReader(this.access, item, `${this.path}.${name}[${index}]`))
  }

  number(name: string, fallback?: number, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): number {
    const value = this.fields[name] ?? fallback
    if (typeof value !== 'number' || Number.isNaN(value)) return this.problem(name, 'Expected number')
    return value >= least && value <= most
      ? value
      : this.problem(name, `Number must be between ${least} and ${most}, received ${value}`)
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.fields[name] ?? fallback
    return typeof value === 'boolean' ? value : this.problem(name, 'Expected boolean')
  }

  oneOf<Value extends string>(name: string, allowed: readonly Value[], fallback?: Value): Value {
    return expectOneOf(this.access, this.fields[name] ?? fallback, allowed, `${this.path}.${name}`)
  }

  blendMode(): BlendMode {
    return this.oneOf('blendMode', blendModes, 'NORMAL')
  }

  color(name: string): RGB {
    const color = this.inner(name)
    return {
      r: color.number('r', undefined, 0, 1),
      g: color.number('g', undefined, 0, 1),
      b: color.number('b', undefined, 0, 1),
    }
  }

  colorWithAlpha(name: string): RGBA {
    return { ...this.color(name), a: this.inner(name).number('a', undefined, 0, 1) }
  }

  transform(name: string): Transform {
    const value = this.fields[name]
    const rows = Array.isArray(value) ? value : []
    const cells = rows.flat()
    if (rows.length !== 2 || cells.length !== 6 || !cells.every(Number.isFinite)) {
      return this.problem(name, 'Expected a 2x3 matrix')
    }
    const cell = (index: number): number => cells[index]
    return [
      [cell(0), cell(1), cell(2)],
      [cell(3), cell(4), cell(5)],
    ]
  }

  problem(name: string, text: string): never {
    return failValidation(this.access, text, `${this.path}.${name}`)
  }
}
