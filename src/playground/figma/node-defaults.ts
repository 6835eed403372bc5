import type { NodeProperties, NodeType } from './node-model.ts'

const solid = (red: number, green = red, blue = red): readonly Paint[] => [
  { type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: { r: red, g: green, b: blue } },
]

const everyNode: NodeProperties = {
  name: '',
  visible: true,
  locked: false,
  x: 0,
  y: 0,
  width: 100,
  height: 100,
  rotation: 0,
  opacity: 1,
  blendMode: 'PASS_THROUGH',
  fills: [],
  strokes: [],
  strokeWeight: 1,
  strokeAlign: 'INSIDE',
  dashPattern: [],
  fillStyleId: '',
  effects: [],
  cornerRadius: 0,
  clipsContent: false,
  constraints: { horizontal: 'MIN', vertical: 'MIN' },
  layoutMode: 'NONE',
  layoutPositioning: 'AUTO',
  layoutSizingHorizontal: 'FIXED',
  layoutSizingVertical: 'FIXED',
  paddingLeft: 0,
  paddingRight: 0,
  paddingTop: 0,
  paddingBottom: 0,
  itemSpacing: 0,
  primaryAxisAlignItems: 'MIN',
  counterAxisAlignItems: 'MIN',
  gridRowCount: 0,
  gridColumnCount: 0,
  gridRowGap: 0,
  gridColumnGap: 0,
  gridItemsPositioning: 'MANUAL',
  gridCell: null,
  targetAspectRatio: null,
  characters: '',
  fontFamily: 'Inter',
  fontSize: 12,
  fontWeight: 400,
  textAlignHorizontal: 'LEFT',
  textAlignVertical: 'TOP',
  textAutoResize: 'NONE',
  textCase: 'ORIGINAL',
  lineHeight: null,
  letterSpacing: 0,
  segments: null,
  pathData: '',
  pointCount: 3,
  innerRadius: 0.382,
  mainComponentId: null,
  sectionContentsHidden: false,
  pluginData: {},
  sharedPluginData: {},
  relaunchData: {},
}

const shape: Partial<NodeProperties> = { fills: solid(0.85) }

/** What a new node of a type has, as in Figma: white frames, grey shapes, black texts. */
const byType: Partial<Record<NodeType, Partial<NodeProperties>>> = {
  FRAME: { fills: solid(1), clipsContent: true },
  COMPONENT: { fills: solid(1), clipsContent: true },
  SECTION: { fills: solid(0.27), cornerRadius: 2 },
  RECTANGLE: shape,
  ELLIPSE: shape,
  POLYGON: shape,
  STAR: { ...shape, pointCount: 5 },
  VECTOR: { strokes: solid(0), strokeAlign: 'CENTER' },
  BOOLEAN_OPERATION: shape,
  LINE: { strokes: solid(0), strokeAlign: 'CENTER', height: 0 },
  TEXT: { fills: solid(0), strokeAlign: 'OUTSIDE' },
  COMPONENT_SET: { cornerRadius: 5 },
}

export function defaultProperties(type: NodeType): NodeProperties {
  return { ...everyNode, name: type.charAt(0) + type.slice(1).toLowerCase().replaceAll('_', ' '), ...byType[type] }
}
