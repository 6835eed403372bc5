import { isInsideInstance } from '../instance-rules.ts'
import type { Members, Property } from '../member.ts'
import type { NodeAccess } from '../node-access.ts'
import type { TextSegment } from '../node-model.ts'
import { expectType, failValidation, frozenCopy } from './checks.ts'
import { blendModes } from './paint-values.ts'
import { parseEffects, parsePaints } from './parse-paints.ts'
import { storedChoice, storedNumber } from './stored.ts'

const syncStyle = (access: NodeAccess, instead: string): never =>
  access.fail(`Cannot call with documentAccess: dynamic-page. Use node.${instead} instead.`)

const paintsDiffer = (segments: readonly TextSegment[]) =>
  new Set(segments.map((segment) => JSON.stringify(segment.fills))).size > 1

export const fillMembers: Members<MinimalFillsMixin> = {
  fills: {
    get(access) {
      const { fills, segments } = access.node
      if (segments && paintsDiffer(segments)) return access.session.mixed
      return frozenCopy(segments?.[0]?.fills ?? fills)
    },
    set(access, value) {
      if (
        !access.node.fillsOverridable &&
        (access.node.type === 'INSTANCE' || isInsideInstance(access.store, access.node))
      )
        access.fail('This property cannot be overriden on an instance')
      access.write({ fills: parsePaints(access, value), segments: null, fillStyleId: '' })
    },
  },
  fillStyleId: {
    get: (access) => access.node.fillStyleId,
    set: (access) => syncStyle(access, 'setFillStyleIdAsync'),
  },
  setFillStyleIdAsync: {
    writes: true,
    call: async (access, id) => access.write({ fillStyleId: expectType(access, id, 'string') }),
  },
}

export const strokeMembers: Members<MinimalStrokesMixin> = {
  strokes: {
    get: (access) => frozenCopy(access.node.strokes),
    set: (access, value) => access.write({ strokes: parsePaints(access, value) }),
  },
  strokeWeight: storedNumber('strokeWeight', { least: 0 }),
  strokeAlign: storedChoice('strokeAlign', ['CENTER', 'INSIDE', 'OUTSIDE']),
  strokeStyleId: { get: () => '', set: (access) => syncStyle(access, 'setStrokeStyleIdAsync') },
  dashPattern: {
    get: (access) => frozenCopy(access.node.dashPattern),
    set(access, value) {
      const isLength = (length: unknown): length is number => typeof length === 'number' && length >= 0
      if (!Array.isArray(value) || !value.every(isLength)) return failValidation(access, 'Expected array of numbers')
      access.write({ dashPattern: [...value] })
    },
  },
}

export const blendMembers: Members<BlendMixin> = {
  opacity: storedNumber('opacity', { least: 0, most: 1 }),
  blendMode: storedChoice('blendMode', blendModes),
  isMask: { get: () => false },
  effects: {
    get: (access) => frozenCopy(access.node.effects),
    set: (access, value) => access.write({ effects: parseEffects(access, value) }),
  },
  effectStyleId: { get: () => '', set: (access) => syncStyle(access, 'setEffectStyleIdAsync') },
}

const corner = (index: 0 | 1 | 2 | 3): Property<number> => ({
  get: ({ node: { cornerRadius } }) => (typeof cornerRadius === 'number' ? cornerRadius : cornerRadius[index]),
  set(access, value) {
    const { cornerRadius } = access.node
    const radii: [number, number, number, number] =
      typeof cornerRadius === 'number' ? [cornerRadius, cornerRadius, cornerRadius, cornerRadius] : [...cornerRadius]
    radii[index] = Math.max(0, expectType(access, value, 'number'))
    access.write({ cornerRadius: radii.every((radius) => radius === radii[0]) ? radii[0] : radii })
  },
})

export const cornerMembers: Members<CornerMixin & RectangleCornerMixin> = {
  cornerRadius: {
    get: ({ node: { cornerRadius }, session }) => (typeof cornerRadius === 'number' ? cornerRadius : session.mixed),
    set: (access, value) => access.write({ cornerRadius: Math.max(0, expectType(access, value, 'number')) }),
  },
  cornerSmoothing: { get: () => 0 },
  topLeftRadius: corner(0),
  topRightRadius: corner(1),
  bottomRightRadius: corner(2),
  bottomLeftRadius: corner(3),
}
