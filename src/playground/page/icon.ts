import type { NodeType } from '../figma/node-model.ts'

/** Outlines on a 16 × 16 grid, stroked with the text's colour. */
const outlines = {
  frame: 'M5 2.5v11M11 2.5v11M2.5 5h11M2.5 11h11',
  autoHorizontal: 'M3.5 3.5h3v9h-3zM9.5 3.5h3v9h-3z',
  autoVertical: 'M3.5 3.5h9v3h-9zM3.5 9.5h9v3h-9z',
  grid: 'M3 3h4v4H3zM9 3h4v4H9zM3 9h4v4H3zM9 9h4v4H9z',
  section: 'M2.5 4.5h11v8h-11zM2.5 4.5v-2h5v2',
  group: 'M3 3h1M6 3h1M9 3h1M12 3h1v1M13 6v1M13 9v1M13 12v1h-1M10 13H9M7 13H6M4 13H3v-1M3 10V9M3 7V6M3 4V3',
  component: 'M8 2l2 2-2 2-2-2zM12 6l2 2-2 2-2-2zM8 10l2 2-2 2-2-2zM4 6l2 2-2 2-2-2z',
  instance: 'M8 2.5L13.5 8 8 13.5 2.5 8z',
  rectangle: 'M3 3.5h10v9H3z',
  image: 'M3 3.5h10v9H3zM3 10.5l3-3 3 3 1.5-1.5 2.5 2.5M10.2 6.2h.1',
  ellipse: 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3z',
  polygon: 'M8 3l5.5 9.5h-11z',
  star: 'M8 2.5l1.6 3.7 4 .3-3 2.6.9 3.9L8 11l-3.5 2 .9-3.9-3-2.6 4-.3z',
  line: 'M3 13L13 3',
  vector: 'M3 12c0-6 4-8 10-8M3 12h.1M13 4h.1',
  text: 'M3.5 5V3.5h9V5M8 3.5v9M6.5 12.5h3',
  union: 'M2.5 2.5h7v4h4v7h-7v-4h-4z',
  chevron: 'M6 4.5L9.5 8 6 11.5',
  lock: 'M5 7.5h6v5H5zM6 7.5V6a2 2 0 0 1 4 0v1.5',
  hidden: 'M2.5 6.5C4 8.5 6 9.5 8 9.5s4-1 5.5-3M5 9l-1 2M8 9.5V12M11 9l1 2',
  undo: 'M6 4L3.5 6.5 6 9M3.5 6.5H10a3 3 0 0 1 0 6H7',
  redo: 'M10 4l2.5 2.5L10 9M12.5 6.5H6a3 3 0 0 0 0 6h3',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  close: 'M4 4l8 8M12 4l-8 8',
  sun: 'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5zM8 2v1M8 13v1M2 8h1M13 8h1M3.8 3.8l.7.7M11.5 11.5l.7.7M12.2 3.8l-.7.7M4.5 11.5l-.7.7',
  moon: 'M12.5 9.5A5 5 0 0 1 6.5 3.5a5 5 0 1 0 6 6z',
  play: 'M5 3.5v9l7-4.5z',
  page: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  check: 'M3.5 8.5l3 3 6-7',
  warning: 'M8 3l6 10H2zM8 7v3M8 11.6v.1',
} as const

export type IconName = keyof typeof outlines

const byType: Record<NodeType, IconName> = {
  DOCUMENT: 'page',
  PAGE: 'page',
  FRAME: 'frame',
  SECTION: 'section',
  GROUP: 'group',
  COMPONENT: 'component',
  COMPONENT_SET: 'component',
  INSTANCE: 'instance',
  SLOT: 'frame',
  RECTANGLE: 'rectangle',
  ELLIPSE: 'ellipse',
  POLYGON: 'polygon',
  STAR: 'star',
  LINE: 'line',
  VECTOR: 'vector',
  TEXT: 'text',
  BOOLEAN_OPERATION: 'union',
}

const layouts: Partial<Record<string, IconName>> = {
  HORIZONTAL: 'autoHorizontal',
  VERTICAL: 'autoVertical',
  GRID: 'grid',
}

interface Layer {
  readonly type: NodeType
  readonly layoutMode: string
  readonly fills: readonly Paint[]
}

/** The icon Figma's layer list would show. */
export function layerIcon({ type, layoutMode, fills }: Layer): IconName {
  if (type === 'FRAME') return layouts[layoutMode] ?? 'frame'
  const isImage = type === 'RECTANGLE' && fills.some((fill) => fill.type === 'IMAGE' && fill.visible !== false)
  return isImage ? 'image' : byType[type]
}

/** A decorative picture; what carries it needs its own label. */
export function icon(name: IconName): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', outlines[name])
  svg.append(path)
  return svg
}
