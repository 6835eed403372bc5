import { multiply } from '../../render/matrix.ts'
import {
  absoluteBoundingBox,
  absoluteTransform,
  isTransparentContainer,
  relativeTransform,
} from '../../render/node-geometry.ts'
import { visibleBounds } from '../../render/render-bounds.ts'
import { flowsInLayout } from '../auto-layout.ts'
import type { Members, Property } from '../member.ts'
import { moveBy } from '../move-node.ts'
import type { NodeAccess } from '../node-access.ts'
import { resizeNode } from '../resize-node.ts'
import { turned } from '../turned.ts'
import { expectType, failValidation, frozenCopy } from './checks.ts'

const smallest = 0.01

/** True for children that auto layout places: writing their position changes nothing and throws nothing. */
function isPlacedByLayout(access: NodeAccess): boolean {
  const { parent } = access
  return parent !== undefined && parent.layoutMode !== 'NONE' && flowsInLayout(access.node)
}

function position(axis: 'x' | 'y'): Property<number> {
  return {
    overridable: false,
    get: (access) => access.node[axis],
    set(access, value) {
      const delta = expectType(access, value, 'number') - access.node[axis]
      if (isPlacedByLayout(access)) return
      moveBy(access.store, access.id, axis === 'x' ? delta : 0, axis === 'y' ? delta : 0)
    },
  }
}

const rotation: Property<number> = {
  overridable: false,
  get: (access) => access.node.rotation,
  set(access, value) {
    const degrees = expectType(access, value, 'number')
    if (degrees < -180 || degrees > 180) failValidation(access, 'Number must be between -180 and 180')
    const { node } = access
    const turn = relativeTransform({ ...node, axes: null, x: 0, y: 0, rotation: degrees - node.rotation })
    access.write(node.axes ? turned(multiply(turn, relativeTransform(node))) : { rotation: degrees })
  },
}

function isTransform(value: unknown): value is Transform {
  const isRow = (row: unknown) => Array.isArray(row) && row.length === 3 && row.every(Number.isFinite)
  return Array.isArray(value) && value.length === 2 && value.every(isRow)
}

function resize(access: NodeAccess, width: unknown, height: unknown, withConstraints: boolean): void {
  const size = [width, height].map((value) => {
    if (typeof value !== 'number' || Number.isNaN(value)) return access.fail('Expected arguments to have type number')
    const least = access.node.type === 'LINE' ? 0 : smallest
    if (value < least) access.fail(`Expected arguments to be at least ${least}, got ${value}`)
    return value
  })
  resizeNode(access.store, access.node, size[0] ?? 0, size[1] ?? 0, withConstraints)
}

export const geometryMembers: Members<LayoutMixin & AspectRatioLockMixin & ConstraintMixin> = {
  x: position('x'),
  y: position('y'),
  width: { get: (access) => access.node.width },
  height: { get: (access) => access.node.height },
  rotation,
  relativeTransform: {
    overridable: false,
    get: (access) => frozenCopy(relativeTransform(access.node)),
    set(access, value) {
      if (!isTransform(value)) return failValidation(access, 'Expected a 2x3 matrix')
      if (isPlacedByLayout(access)) return
      moveBy(access.store, access.id, value[0][2] - access.node.x, value[1][2] - access.node.y)
      if (!isTransparentContainer(access.node)) access.write(turned(value))
    },
  },
  absoluteTransform: { get: (access) => frozenCopy(absoluteTransform(access.store, access.node)) },
  absoluteBoundingBox: { get: (access) => frozenCopy(absoluteBoundingBox(access.store, access.node)) },
  absoluteRenderBounds: { get: (access) => frozenCopy(visibleBounds(access.store, access.node)) },
  constrainProportions: { get: (access) => access.node.targetAspectRatio !== null },
  targetAspectRatio: { get: (access) => frozenCopy(access.node.targetAspectRatio) },
  lockAspectRatio: {
    writes: true,
    call: (access) => access.write({ targetAspectRatio: { x: access.node.width, y: access.node.height } }),
  },
  unlockAspectRatio: { writes: true, call: (access) => access.write({ targetAspectRatio: null }) },
  constraints: {
    overridable: false,
    get: (access) => frozenCopy(access.node.constraints),
    set(access, value) {
      const { horizontal, vertical } = Object(value)
      const allowed: readonly ConstraintType[] = ['MIN', 'CENTER', 'MAX', 'STRETCH', 'SCALE']
      const find = (name: unknown) =>
        allowed.find((one) => one === name) ?? failValidation(access, 'Invalid enum value', '.horizontal or .vertical')
      access.write({ constraints: { horizontal: find(horizontal), vertical: find(vertical) } })
    },
  },
  resize: {
    writes: true,
    overridable: false,
    call: (access, width, height) => resize(access, width, height, true),
  },
  resizeWithoutConstraints: {
    writes: true,
    overridable: false,
    call: (access, width, height) => resize(access, width, height, false),
  },
  rescale: {
    writes: true,
    overridable: false,
    call: (access, scale) => resize(access, access.node.width * scale, access.node.height * scale, true),
  },
}
