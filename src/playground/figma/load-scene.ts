import type { Rasterizer } from '../render/rasterizer.ts'
import { copyTree, sublayerId } from './copy-tree.ts'
import { DocumentStore, type MeasureText } from './document-store.ts'
import { defaultProperties } from './node-defaults.ts'
import type { NodeModel } from './node-model.ts'
import type { Scene, SceneNode, ScenePicture } from './scene.ts'

type HashOf = (key: string) => string

/** The bytes of a picture: as given, or drawn and encoded. */
export async function encodePicture(picture: ScenePicture, rasterizer: Rasterizer): Promise<Uint8Array> {
  if (picture instanceof Uint8Array) return picture
  const canvas = rasterizer.createCanvas(picture.width, picture.height)
  picture.draw(canvas.context, picture.width, picture.height)
  return rasterizer.encode(canvas, picture.format ?? 'image/png')
}

function withPictures(paints: readonly Paint[], hashOf: HashOf): readonly Paint[] {
  return paints.map((paint) =>
    paint.type === 'IMAGE' && paint.imageHash !== null ? { ...paint, imageHash: hashOf(paint.imageHash) } : paint,
  )
}

function modelOf(scene: SceneNode, id: string, parentId: string, hashOf: HashOf): NodeModel {
  const { children: _children, id: _id, type, ...given } = scene
  const properties = { ...defaultProperties(type), ...given }
  return { ...properties, fills: withPictures(properties.fills, hashOf), id, type, parentId, childIds: [] }
}

class SceneLoader {
  readonly store: DocumentStore
  private readonly hashOf: HashOf

  constructor(hashOf: HashOf, measureText: MeasureText) {
    this.hashOf = hashOf
    this.store = new DocumentStore(container('DOCUMENT', '0:0', 'Document', null), measureText)
  }

  /** The node and all in it, parents first. Instances without children wait for their component. */
  build(scene: SceneNode, parentId: string, instanceId: string | null): readonly [NodeModel, ...NodeModel[]] {
    const fresh = () => {
      const own = this.store.nextId()
      return instanceId === null ? own : sublayerId(instanceId, own)
    }
    const id = scene.id ?? fresh()
    const inside = scene.type === 'INSTANCE' ? id : instanceId
    const children = (scene.children ?? []).map((child) => this.build(child, id, inside))
    const node = modelOf(scene, id, parentId, this.hashOf)
    return [{ ...node, childIds: children.map(([child]) => child.id) }, ...children.flat()]
  }
}

function container(type: 'DOCUMENT' | 'PAGE', id: string, name: string, parentId: string | null): NodeModel {
  return { ...defaultProperties(type), id, type, name, parentId, childIds: [] }
}

/** Gives an empty instance the layers of its main component. */
function fillInstance(nodes: Map<string, NodeModel>, store: DocumentStore, instance: NodeModel): void {
  const main = nodes.get(instance.mainComponentId ?? '')
  if (instance.type !== 'INSTANCE' || instance.childIds.length > 0 || !main) return
  const [root, ...inner] = copyTree(
    store,
    main,
    (original) => (original.id === main.id ? instance.id : sublayerId(instance.id, original.id)),
    instance.parentId,
  )
  store.load([{ ...instance, childIds: root.childIds }, ...inner])
}

const namedIds = (nodes: readonly SceneNode[]): string[] =>
  nodes.flatMap((node) => [...(node.id ? [node.id] : []), ...namedIds(node.children ?? [])])

/** Builds the document of a scene; `hashOf` turns the keys of its pictures into image hashes. */
export function loadScene(scene: Scene, hashOf: HashOf, measureText: MeasureText): DocumentStore {
  const loader = new SceneLoader(hashOf, measureText)
  const { store } = loader
  store.reserve(scene.pages.flatMap((page) => namedIds(page.children)))
  const pages = scene.pages.map((page, index) => {
    const id = page.id ?? `0:${index + 1}`
    const children = page.children.map((child) => loader.build(child, id, null))
    const model = container('PAGE', id, page.name, store.rootId)
    return [{ ...model, childIds: children.map(([child]) => child.id) }, ...children.flat()]
  })
  const root = {
    ...container('DOCUMENT', store.rootId, scene.name, null),
    sharedPluginData: scene.sharedPluginData ?? {},
  }
  const nodes = [{ ...root, childIds: pages.flatMap(([page]) => page?.id ?? []) }, ...pages.flat()]
  store.load(nodes)
  const byId = new Map(nodes.map((node) => [node.id, node]))
  for (const node of nodes) fillInstance(byId, store, node)
  return store
}
