import type { NodeModel, NodeProperties } from './node-model.ts'

/** A new place and size for a child, or a new size for the container under its own id. */
export interface LayoutResult {
  readonly id: string
  readonly patch: Partial<NodeProperties>
}

interface Axis {
  readonly size: 'width' | 'height'
  readonly position: 'x' | 'y'
  readonly sizing: 'layoutSizingHorizontal' | 'layoutSizingVertical'
  readonly before: 'paddingLeft' | 'paddingTop'
  readonly after: 'paddingRight' | 'paddingBottom'
}

const horizontal: Axis = {
  size: 'width',
  position: 'x',
  sizing: 'layoutSizingHorizontal',
  before: 'paddingLeft',
  after: 'paddingRight',
}
const vertical: Axis = {
  size: 'height',
  position: 'y',
  sizing: 'layoutSizingVertical',
  before: 'paddingTop',
  after: 'paddingBottom',
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
/** How much of the room left over comes before the first item. */
const lead = { MIN: 0, CENTER: 0.5, MAX: 1, SPACE_BETWEEN: 0, BASELINE: 0 }

/** Children that auto layout moves: visible and not `ABSOLUTE`. */
export const flowsInLayout = (child: NodeModel) => child.visible && child.layoutPositioning === 'AUTO'

function alongMain(frame: NodeModel, children: readonly NodeModel[], axis: Axis) {
  const padding = frame[axis.before] + frame[axis.after]
  const gaps = frame.itemSpacing * Math.max(0, children.length - 1)
  const content = sum(children.map((child) => child[axis.size]))
  const frameSize = frame[axis.sizing] === 'HUG' ? padding + gaps + content : frame[axis.size]
  const growing = children.filter((child) => child[axis.sizing] === 'FILL')
  const fixed = content - sum(growing.map((child) => child[axis.size]))
  const share =
    frame[axis.sizing] === 'HUG' ? null : Math.max(1, (frameSize - padding - gaps - fixed) / (growing.length || 1))
  const sizes = children.map((child) => (child[axis.sizing] === 'FILL' && share !== null ? share : child[axis.size]))
  const left = frameSize - padding - sum(sizes)
  const spread = frame.primaryAxisAlignItems === 'SPACE_BETWEEN' && children.length > 1
  const gap = spread ? left / (children.length - 1) : frame.itemSpacing
  let next = frame[axis.before] + (spread ? 0 : (left - gaps) * lead[frame.primaryAxisAlignItems])
  const positions = sizes.map((size) => {
    const position = next
    next += size + gap
    return position
  })
  return { frameSize, sizes, positions }
}

function alongCross(frame: NodeModel, children: readonly NodeModel[], axis: Axis) {
  const padding = frame[axis.before] + frame[axis.after]
  const hugs = frame[axis.sizing] === 'HUG'
  const frameSize = hugs ? padding + Math.max(0, ...children.map((child) => child[axis.size])) : frame[axis.size]
  const room = frameSize - padding
  const sizes = children.map((child) => (child[axis.sizing] === 'FILL' ? Math.max(1, room) : child[axis.size]))
  const positions = sizes.map((size) => frame[axis.before] + (room - size) * lead[frame.counterAxisAlignItems])
  return { frameSize, sizes, positions }
}

function layoutLine(frame: NodeModel, children: readonly NodeModel[]): LayoutResult[] {
  const flowing = children.filter(flowsInLayout)
  const [main, cross] = frame.layoutMode === 'HORIZONTAL' ? [horizontal, vertical] : [vertical, horizontal]
  const along = alongMain(frame, flowing, main)
  const across = alongCross(frame, flowing, cross)
  return [
    { id: frame.id, patch: { [main.size]: along.frameSize, [cross.size]: across.frameSize } },
    ...flowing.map((child, index) => ({
      id: child.id,
      patch: {
        [main.position]: along.positions[index] ?? 0,
        [main.size]: along.sizes[index] ?? child[main.size],
        [cross.position]: across.positions[index] ?? 0,
        [cross.size]: across.sizes[index] ?? child[cross.size],
      },
    })),
  ]
}

type Cell = NonNullable<NodeProperties['gridCell']>

/** The first cell, row by row, that no flowing child holds; rows beyond the last are allowed when all are full. */
function firstFreeCell(grid: NodeModel, children: readonly NodeModel[]): Cell {
  const columns = Math.max(1, grid.gridColumnCount)
  const taken = new Set(
    children.flatMap((child) => (child.gridCell ? [child.gridCell.row * columns + child.gridCell.column] : [])),
  )
  let index = 0
  while (taken.has(index)) index += 1
  return { row: Math.floor(index / columns), column: index % columns }
}

function layoutGrid(grid: NodeModel, children: readonly NodeModel[]): LayoutResult[] {
  const placed: NodeModel[] = children.filter((child) => flowsInLayout(child) && child.gridCell !== null)
  for (const child of children.filter((candidate) => flowsInLayout(candidate) && candidate.gridCell === null)) {
    placed.push({ ...child, gridCell: firstFreeCell(grid, placed) })
  }
  const columns = Math.max(1, grid.gridColumnCount)
  const rows = Math.max(1, grid.gridRowCount, ...placed.map((child) => (child.gridCell?.row ?? 0) + 1))
  const cellWidth = (grid.width - grid.paddingLeft - grid.paddingRight - grid.gridColumnGap * (columns - 1)) / columns
  const cellHeight = (grid.height - grid.paddingTop - grid.paddingBottom - grid.gridRowGap * (rows - 1)) / rows
  return [
    { id: grid.id, patch: { gridRowCount: rows, gridColumnCount: columns } },
    ...placed.map((child) => ({
      id: child.id,
      patch: {
        gridCell: child.gridCell,
        x: grid.paddingLeft + (child.gridCell?.column ?? 0) * (cellWidth + grid.gridColumnGap),
        y: grid.paddingTop + (child.gridCell?.row ?? 0) * (cellHeight + grid.gridRowGap),
        width: child.layoutSizingHorizontal === 'FILL' ? Math.max(1, cellWidth) : child.width,
        height: child.layoutSizingVertical === 'FILL' ? Math.max(1, cellHeight) : child.height,
      },
    })),
  ]
}

/** Where an auto-layout frame puts its children and how large it becomes. Empty for `NONE`. */
export function autoLayout(frame: NodeModel, children: readonly NodeModel[]): LayoutResult[] {
  if (frame.layoutMode === 'NONE') return []
  return frame.layoutMode === 'GRID' ? layoutGrid(frame, children) : layoutLine(frame, children)
}
