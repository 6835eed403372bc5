import { showUI } from '@create-figma-plugin/utilities'
import { mainCalls, uiEvents } from '#contract/plugin-wire.ts'
import { createRpc } from '#contract/rpc.ts'
import { exportImage } from './export-image.ts'
import { exportMask } from './export-mask.ts'
import { figmaChannel } from './figma-channel.ts'
import { getSelection } from './get-selection.ts'
import { loadDraft } from './load-draft.ts'
import { loadSettings } from './load-settings.ts'
import { markFile } from './mark-file.ts'
import { notify } from './notify.ts'
import { placeResult } from './place-result.ts'
import { readFrame } from './read-frame.ts'
import { readNode } from './read-node.ts'
import { resizeWindow } from './resize-window.ts'
import { reviewPicture } from './review-picture.ts'
import { saveDraft } from './save-draft.ts'
import { saveSettings } from './save-settings.ts'
import { watchSelection } from './watch-selection.ts'
import { withFigmaFailures } from './with-figma-failures.ts'

/** What the plugin can do on the canvas, and the one thing it tells the window unasked. */
export default function main(): void {
  showUI({ width: 360, height: 640, themeColors: true })
  const handlers = withFigmaFailures({
    getSelection,
    readNode,
    exportImage,
    exportMask,
    readFrame,
    placeResult,
    review: reviewPicture,
    markFile,
    loadSettings,
    saveSettings,
    loadDraft,
    saveDraft,
    resize: resizeWindow,
    notify,
  })
  const ui = createRpc(figmaChannel(), { table: mainCalls, handlers }, uiEvents)
  watchSelection((selection) => ui.selectionChanged(selection))
}
