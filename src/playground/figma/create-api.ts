import { createNodesApi } from './api/create-nodes-api.ts'
import { documentApi } from './api/document-api.ts'
import { guarded } from './api/guarded.ts'
import { imagesApi } from './api/images-api.ts'
import { join } from './api/join.ts'
import { runApi } from './api/run-api.ts'
import { storageApi } from './api/storage-api.ts'
import { uiApi } from './api/ui-api.ts'
import { utilApi } from './api/util-api.ts'
import { viewportApi } from './api/viewport-api.ts'
import type { NodeRegistry } from './node-access.ts'
import type { Notifications } from './notifications.ts'
import type { Session } from './session.ts'
import type { FigmaApi } from './simulated-figma.ts'

/** The `figma` of one run. `close` ends the run; everything throws afterwards. */
export function createApi(
  session: Session,
  nodes: NodeRegistry,
  notifications: Notifications,
  close: (message?: string) => void,
): FigmaApi {
  const { ui, showUI } = uiApi(session, nodes)
  const services = {
    showUI,
    ui: guarded(session, ui, 'ui.'),
    viewport: guarded(session, viewportApi(session.file, nodes), 'viewport.'),
    clientStorage: guarded(session, storageApi(session), 'clientStorage.'),
    util: utilApi,
  }
  const run = join(runApi(session, notifications, close), documentApi(session, nodes))
  const content = join(createNodesApi(session, nodes), imagesApi(session))
  return guarded<FigmaApi>(session, join(join(run, content), services))
}
