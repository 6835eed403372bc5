import type { Selection } from '#contract/plugin-wire.ts'
import { getSelection } from './get-selection.ts'

/** Milliseconds: many changes in a row, as when dragging a selection box, become one event. */
const QUIET = 50

/** Tells of every change of the selection, from the window's first message on; before that nobody listens. */
export function watchSelection(tell: (selection: Selection) => Promise<unknown>): void {
  let waiting = false
  const send = async () => {
    waiting = false
    try {
      await tell(getSelection())
    } catch {
      // The window has closed, or a layer went while it was being read; the next change tells again.
    }
  }
  const changed = () => {
    if (waiting) return
    waiting = true
    setTimeout(send, QUIET)
  }
  figma.ui.once('message', () => {
    figma.on('selectionchange', changed)
    figma.on('currentpagechange', changed)
  })
}
