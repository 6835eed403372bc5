import type { DrawableImage, Rasterizer } from '../render/rasterizer.ts'
import type { DocumentModel, NodeType } from './node-model.ts'
import type { Scene } from './scene.ts'

/** The global `figma` of the simulator: typed against the real one, so that drift does not compile. */
export type FigmaApi = Pick<
  PluginAPI,
  | 'apiVersion'
  | 'command'
  | 'editorType'
  | 'mode'
  | 'fileKey'
  | 'currentUser'
  | 'root'
  | 'currentPage'
  | 'setCurrentPageAsync'
  | 'loadAllPagesAsync'
  | 'getNodeByIdAsync'
  | 'getNodeById'
  | 'mixed'
  | 'skipInvisibleInstanceChildren'
  | 'viewport'
  | 'notify'
  | 'showUI'
  | 'ui'
  | 'on'
  | 'once'
  | 'off'
  | 'closePlugin'
  | 'clientStorage'
  | 'commitUndo'
  | 'triggerUndo'
  | 'saveVersionHistoryAsync'
  | 'createImage'
  | 'createImageAsync'
  | 'getImageByHash'
  | 'createRectangle'
  | 'createEllipse'
  | 'createFrame'
  | 'createText'
  | 'createSection'
  | 'createComponent'
  | 'createPage'
  | 'group'
  | 'loadFontAsync'
  | 'listAvailableFontsAsync'
  | 'getLocalPaintStyles'
  | 'getLocalPaintStylesAsync'
  | 'base64Encode'
  | 'base64Decode'
> & { readonly util: Pick<UtilAPI, 'rgb' | 'rgba' | 'solidPaint'> }

/** What happened to one node in a turn. */
export interface NodeChangeModel {
  readonly id: string
  readonly type: 'CREATE' | 'DELETE' | 'PROPERTY_CHANGE'
  readonly nodeType: NodeType
  /** The page it is or was on; null for the document. */
  readonly pageId: string | null
  readonly properties: readonly string[]
}

/** What happened; sent to every subscriber of the host. */
export type HostEvent =
  /** Without changes when only a picture has been decoded: draw again. */
  | { readonly type: 'documentChanged'; readonly changes: readonly NodeChangeModel[] }
  | { readonly type: 'selectionChanged'; readonly ids: readonly string[] }
  | { readonly type: 'pageChanged'; readonly pageId: string }
  | { readonly type: 'viewportChanged'; readonly viewport: ViewportModel }
  | {
      readonly type: 'notified'
      readonly id: number
      readonly message: string
      readonly error: boolean
      /** Milliseconds; Infinity stays. */
      readonly timeout: number
      /** Text of its button, pressed with `pressNotification(id)`. */
      readonly button: string | null
    }
  | { readonly type: 'notificationClosed'; readonly id: number }
  | {
      readonly type: 'uiShown'
      readonly html: string
      readonly width: number
      readonly height: number
      readonly title: string | null
      readonly themeColors: boolean
      readonly visible: boolean
    }
  | { readonly type: 'uiResized'; readonly width: number; readonly height: number }
  | { readonly type: 'uiVisibility'; readonly visible: boolean }
  /** Main to UI, already cloned. */
  | { readonly type: 'uiMessage'; readonly pluginMessage: unknown }
  | { readonly type: 'uiClosed' }
  | { readonly type: 'pluginClosed' }
  | { readonly type: 'versionSaved'; readonly title: string }

export interface ViewportModel {
  /** Canvas point in the middle of the window. */
  readonly center: { readonly x: number; readonly y: number }
  /** Screen pixels for one canvas unit. */
  readonly zoom: number
  /** Window size in screen pixels. */
  readonly width: number
  readonly height: number
}

/** Figma itself and the person in front of it: what a page or a test may see and do. */
export interface FigmaHost {
  /** Always the present state; values in it never change in place. */
  readonly document: DocumentModel
  readonly pageIds: readonly string[]
  readonly currentPageId: string
  readonly selection: readonly string[]
  readonly viewport: ViewportModel
  /** Decoded pictures, for drawing. A picture still being decoded is undefined; `documentChanged` follows. */
  image(hash: string): DrawableImage | undefined

  select(ids: readonly string[]): void
  setCurrentPage(id: string): void
  setViewport(viewport: Partial<ViewportModel>): void
  /** Edits by the person: each is one undo step. */
  remove(id: string): void
  rename(id: string, name: string): void
  move(id: string, x: number, y: number): void
  setReadOnly(on: boolean): void
  /** Delay in milliseconds of everything asynchronous in the API: lookups, exports, image bytes, storage. */
  setLatency(milliseconds: number): void
  /** False when there was nothing to undo (redo). */
  undo(): boolean
  redo(): boolean

  /** UI to main: cloned, delivered asynchronously. Dropped when no plugin runs. */
  sendToMain(pluginMessage: unknown): void
  /** The person closes the plugin's window: the plugin ends. */
  closeUi(): void
  pressNotification(id: number): void
  /** Fires the `run` event, once the plugin's code has been evaluated. */
  emitRun(): void
  /** Ends the running plugin and starts it anew on the same document: a fresh `figma`, also under `SimulatedFigma.api`. */
  restart(command?: string): FigmaApi
  /** Rejects with a plain string when nothing is visible, like `exportAsync`. */
  exportNode(id: string, settings?: ExportSettingsImage): Promise<Uint8Array>

  /** Returns the way to end the subscription. Listeners hear events in order, in the turn they happen. */
  subscribe(listener: (event: HostEvent) => void): () => void
  /** Resolves when every event and message under way has been delivered. */
  idle(): Promise<void>
}

export interface SimulatedFigma {
  /** The `figma` of the present run. */
  readonly api: FigmaApi
  readonly host: FigmaHost
}

/** Where clientStorage lives. The default is a Map that ends with the simulator. */
export type StorageBackend = Pick<Map<string, unknown>, 'get' | 'set' | 'delete' | 'keys'>

export interface FigmaOptions {
  readonly scene: Scene
  readonly rasterizer: Rasterizer
  readonly clientStorage?: StorageBackend
  readonly editorType?: PluginAPI['editorType']
  readonly mode?: PluginAPI['mode']
  readonly command?: string
  /** `currentuser` makes `figma.currentUser` readable. */
  readonly permissions?: readonly string[]
  readonly latencyMs?: number
  /** Hosts `createImageAsync` may load from, such as `https://example.com`. */
  readonly allowedDomains?: readonly string[]
}

/**
 * `createFigma` in create-figma.ts. Asynchronous because the pictures of the scene are encoded and decoded first.
 * The session starts closed to no one: evaluate the plugin with `api` as `figma`, then call `host.emitRun()`.
 */
export type CreateFigma = (options: FigmaOptions) => Promise<SimulatedFigma>
