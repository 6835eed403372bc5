import type { NodeProperties, NodeType } from './node-model.ts'

/**
 * One layer of a sample document, written the way Figma's API would report it: `x` and `y` are relative to the
 * nearest ancestor that is not a group (groups take their box from their children). Everything left out gets the
 * default of its type. Instances without `children` copy those of their main component.
 */
export interface SceneNode extends Partial<NodeProperties> {
  /** Figma style, such as `1:23`; made up when left out. */
  readonly id?: string
  readonly type: Exclude<NodeType, 'DOCUMENT' | 'PAGE'>
  readonly name: string
  readonly children?: readonly SceneNode[]
}

interface ScenePage {
  readonly id?: string
  readonly name: string
  readonly children: readonly SceneNode[]
}

/** Encoded bytes, or a drawing that the rasterizer encodes when the scene is loaded. */
export type ScenePicture =
  | Uint8Array
  | {
      readonly width: number
      readonly height: number
      readonly format?: 'image/png' | 'image/jpeg'
      draw(context: CanvasRenderingContext2D, width: number, height: number): void
    }

/** A document as data. An image fill names its picture: `imageHash: 'lamp'` means `pictures.lamp`. */
export interface Scene {
  readonly name: string
  readonly pages: readonly ScenePage[]
  readonly pictures?: Readonly<Record<string, ScenePicture>>
  /** Ids selected when the document opens; they must be on the first page. */
  readonly selection?: readonly string[]
  /** What plugins noted on the document when it was saved, by `namespace/key`. */
  readonly sharedPluginData?: Readonly<Record<string, string>>
  readonly colorProfile?: 'LEGACY' | 'SRGB' | 'DISPLAY_P3'
}
