import { copyTree } from '../copy-tree.ts'
import type { Members } from '../member.ts'

/** A copy of the layer at the top of the current page, data of plugins included. */
export const cloneMember: Members<RectangleNode> = {
  clone: {
    writes: true,
    call(access) {
      const { store, session } = access
      const [root, ...inner] = copyTree(store, access.node, () => store.nextId())
      store.load(inner)
      store.place(root, session.file.currentPageId)
      return access.nodes.wrap<RectangleNode>(root.id)
    },
  },
}
