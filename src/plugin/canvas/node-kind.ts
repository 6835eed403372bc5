interface NodeKind {
  /** Takes an image fill. */
  canFill: boolean
  /** Where a picture placed as a layer goes: inside it, or right above or below it in its parent. */
  layer: 'inside' | 'above' | 'below' | 'nowhere'
}

const container: NodeKind = { canFill: true, layer: 'inside' }
const shape: NodeKind = { canFill: true, layer: 'above' }
const other: NodeKind = { canFill: false, layer: 'nowhere' }

const KINDS: Partial<Record<NodeType, NodeKind>> = {
  FRAME: container,
  COMPONENT: container,
  SECTION: container,
  SLOT: container,
  GROUP: { canFill: false, layer: 'inside' },
  TRANSFORM_GROUP: { canFill: false, layer: 'above' },
  // Its children can only be components, and a picture above it would cover them.
  COMPONENT_SET: { canFill: true, layer: 'below' },
  INSTANCE: { canFill: true, layer: 'nowhere' },
  RECTANGLE: shape,
  ELLIPSE: shape,
  POLYGON: shape,
  STAR: shape,
  VECTOR: shape,
  BOOLEAN_OPERATION: shape,
  TEXT: shape,
  TEXT_PATH: shape,
}

/** What can be done with a kind of layer. Lines, slices and whatever Figma adds can hold nothing. */
export function nodeKind(type: NodeType): NodeKind {
  return KINDS[type] ?? other
}
