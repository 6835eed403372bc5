/** The kinds of node the simulated document knows. */
export type NodeType =
  | 'DOCUMENT'
  | 'PAGE'
  | 'FRAME'
  | 'SECTION'
  | 'GROUP'
  | 'COMPONENT'
  | 'COMPONENT_SET'
  | 'INSTANCE'
  | 'SLOT'
  | 'RECTANGLE'
  | 'ELLIPSE'
  | 'POLYGON'
  | 'STAR'
  | 'LINE'
  | 'VECTOR'
  | 'TEXT'
  | 'BOOLEAN_OPERATION'

/** A stretch of a text with its own paints; segments that differ make `fills` mixed. */
export interface TextSegment {
  readonly start: number
  readonly end: number
  readonly fills: readonly Paint[]
}

/** What a node remembers besides its place in the tree. The same flat list for every type; unused rows keep defaults. */
export interface NodeProperties {
  readonly name: string
  readonly visible: boolean
  readonly locked: boolean
  /** Relative to the nearest ancestor that is not a group or boolean operation. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Degrees, counter-clockwise, around the node's own top left corner. */
  readonly rotation: number
  /** Where the node's own axes point when it is flipped or skewed, as rows of the matrix; null when it is only turned. */
  readonly axes: readonly [readonly [number, number], readonly [number, number]] | null
  readonly opacity: number
  readonly blendMode: BlendMode
  readonly fills: readonly Paint[]
  readonly strokes: readonly Paint[]
  readonly strokeWeight: number
  readonly strokeAlign: 'CENTER' | 'INSIDE' | 'OUTSIDE'
  readonly dashPattern: readonly number[]
  readonly fillStyleId: string
  /** False: inside an instance, the fills cannot be overridden. */
  readonly fillsOverridable: boolean
  readonly effects: readonly Effect[]
  /** Top left, top right, bottom right, bottom left; one number means all four. */
  readonly cornerRadius: number | readonly [number, number, number, number]
  readonly clipsContent: boolean
  readonly constraints: Constraints
  readonly layoutMode: 'NONE' | 'HORIZONTAL' | 'VERTICAL' | 'GRID'
  readonly layoutPositioning: 'AUTO' | 'ABSOLUTE'
  readonly layoutSizingHorizontal: 'FIXED' | 'HUG' | 'FILL'
  readonly layoutSizingVertical: 'FIXED' | 'HUG' | 'FILL'
  readonly paddingLeft: number
  readonly paddingRight: number
  readonly paddingTop: number
  readonly paddingBottom: number
  readonly itemSpacing: number
  readonly primaryAxisAlignItems: 'MIN' | 'CENTER' | 'MAX' | 'SPACE_BETWEEN'
  readonly counterAxisAlignItems: 'MIN' | 'CENTER' | 'MAX' | 'BASELINE'
  readonly gridRowCount: number
  readonly gridColumnCount: number
  readonly gridRowGap: number
  readonly gridColumnGap: number
  readonly gridItemsPositioning: 'MANUAL' | 'ROW_AUTO_FLOW'
  /** The cell of a child of a grid; null takes the first free one. */
  readonly gridCell: { readonly row: number; readonly column: number } | null
  readonly targetAspectRatio: { readonly x: number; readonly y: number } | null
  readonly characters: string
  readonly fontFamily: string
  readonly fontSize: number
  readonly fontWeight: number
  readonly textAlignHorizontal: 'LEFT' | 'CENTER' | 'RIGHT' | 'JUSTIFIED'
  readonly textAlignVertical: 'TOP' | 'CENTER' | 'BOTTOM'
  readonly textAutoResize: 'NONE' | 'WIDTH_AND_HEIGHT' | 'HEIGHT' | 'TRUNCATE'
  readonly textCase: 'ORIGINAL' | 'UPPER' | 'LOWER' | 'TITLE'
  /** Pixels; null is the font's own (1.21 times the size for Inter). */
  readonly lineHeight: number | null
  /** Pixels. */
  readonly letterSpacing: number
  readonly segments: readonly TextSegment[] | null
  readonly booleanOperation: 'UNION' | 'SUBTRACT' | 'INTERSECT' | 'EXCLUDE'
  /** SVG path data in the node's own units (VECTOR, BOOLEAN_OPERATION). */
  readonly pathData: string
  /** Corners of a POLYGON, points of a STAR. */
  readonly pointCount: number
  /** STAR: inner radius as a part of the outer one. */
  readonly innerRadius: number
  readonly mainComponentId: string | null
  readonly sectionContentsHidden: boolean
  readonly pluginData: Readonly<Record<string, string>>
  /** Keys are `namespace/key`. */
  readonly sharedPluginData: Readonly<Record<string, string>>
  readonly relaunchData: Readonly<Record<string, string>>
}

/** One node: plain data, never changed in place. A write puts a new value in the document under the same id. */
export interface NodeModel extends NodeProperties {
  readonly id: string
  readonly type: NodeType
  readonly parentId: string | null
  /** Back to front, as in Figma's `children`. */
  readonly childIds: readonly string[]
}

/** What drawing and layer lists read. */
export interface DocumentModel {
  readonly rootId: string
  node(id: string): NodeModel | undefined
  children(node: NodeModel): readonly NodeModel[]
}
