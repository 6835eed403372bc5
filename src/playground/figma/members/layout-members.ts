import type { Members, Property } from '../member.ts'
import type { NodeProperties } from '../node-model.ts'
import { expectOneOf } from './checks.ts'
import { storedChoice, storedNumber } from './stored.ts'
import { putChild } from './tree-members.ts'

const gap = { overridable: false }
const length = { least: 0, overridable: false }

/** Properties of frames as containers. */
export const autoLayoutMembers: Members<BaseFrameMixin> = {
  layoutMode: storedChoice('layoutMode', ['NONE', 'HORIZONTAL', 'VERTICAL', 'GRID'], false),
  paddingLeft: storedNumber('paddingLeft', length),
  paddingRight: storedNumber('paddingRight', length),
  paddingTop: storedNumber('paddingTop', length),
  paddingBottom: storedNumber('paddingBottom', length),
  itemSpacing: storedNumber('itemSpacing', gap),
  primaryAxisAlignItems: storedChoice('primaryAxisAlignItems', ['MIN', 'MAX', 'CENTER', 'SPACE_BETWEEN'], false),
  counterAxisAlignItems: storedChoice('counterAxisAlignItems', ['MIN', 'MAX', 'CENTER', 'BASELINE'], false),
  gridRowCount: storedNumber('gridRowCount', { least: 1, overridable: false }),
  gridColumnCount: storedNumber('gridColumnCount', { least: 1, overridable: false }),
  gridRowGap: storedNumber('gridRowGap', length),
  gridColumnGap: storedNumber('gridColumnGap', length),
  gridItemsPositioning: storedChoice('gridItemsPositioning', ['MANUAL', 'ROW_AUTO_FLOW'], false),
  appendChildAt: {
    writes: true,
    call(access, child, row, column) {
      if (access.node.layoutMode !== 'GRID') access.fail('appendChildAt can only be called on a grid')
      const id = access.argument(child).id
      const taken = access.children.some(
        (other) => other.id !== id && other.gridCell?.row === row && other.gridCell.column === column,
      )
      if (taken) access.fail(`The grid cell at row ${row}, column ${column} is occupied`)
      putChild(access, child)
      access.store.write(id, { gridCell: { row, column } })
    },
  },
}

function sizing(key: 'layoutSizingHorizontal' | 'layoutSizingVertical'): Property<NodeProperties[typeof key]> {
  return {
    overridable: false,
    get: (access) => access.node[key],
    set(access, value) {
      const wanted = expectOneOf(access, value, ['FIXED', 'HUG', 'FILL'])
      const { node, parent } = access
      const parentLaysOut = parent !== undefined && parent.layoutMode !== 'NONE'
      if (wanted === 'FILL' && !parentLaysOut) access.fail('FILL can only be set on children of auto-layout frames')
      if (wanted === 'HUG' && node.layoutMode === 'NONE' && !(node.type === 'TEXT' && parentLaysOut)) {
        access.fail('HUG can only be set on auto-layout frames or text children of auto-layout frames')
      }
      access.write({ [key]: wanted })
    },
  }
}

/** Properties of layers as children of auto layout and grids. */
export const layoutChildMembers: Members<LayoutMixin> = {
  layoutSizingHorizontal: sizing('layoutSizingHorizontal'),
  layoutSizingVertical: sizing('layoutSizingVertical'),
  layoutPositioning: {
    overridable: false,
    get: (access) => access.node.layoutPositioning,
    set(access, value) {
      const wanted = expectOneOf(access, value, ['AUTO', 'ABSOLUTE'])
      if (wanted === 'ABSOLUTE' && (access.parent?.layoutMode ?? 'NONE') === 'NONE') {
        access.fail('Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE')
      }
      access.write({ layoutPositioning: wanted, ...(wanted === 'ABSOLUTE' ? { gridCell: null } : {}) })
    },
  },
  gridRowAnchorIndex: { get: (access) => access.node.gridCell?.row ?? 0 },
  gridColumnAnchorIndex: { get: (access) => access.node.gridCell?.column ?? 0 },
  setGridChildPosition: {
    writes: true,
    overridable: false,
    call(access, row, column) {
      const grid = access.parent
      if (grid?.layoutMode !== 'GRID') return access.fail('The parent of the node is not a grid')
      if (grid.gridItemsPositioning === 'ROW_AUTO_FLOW') access.fail('The grid places its children itself')
      if (row < 0 || column < 0 || row >= grid.gridRowCount || column >= grid.gridColumnCount) {
        access.fail(`Row ${row}, column ${column} is outside the grid`)
      }
      const taken = access.store
        .children(grid)
        .some((child) => child.id !== access.id && child.gridCell?.row === row && child.gridCell.column === column)
      if (taken) access.fail(`The grid cell at row ${row}, column ${column} is occupied`)
      access.write({ gridCell: { row, column } })
    },
  },
}
