import { useRef, useState } from 'preact/hooks'
import { nextBrush } from '../../state/edits/brush-scale.ts'
import { useUi } from '../use-ui.ts'
import { maskCommands } from './mask-commands.ts'
import type { MaskView } from './use-mask-view.ts'

const ZOOM = 1.5

export interface MaskShortcuts {
  /** True while the space bar is held over the picture. */
  panning: boolean
  onKeyDown: (event: KeyboardEvent) => void
  onKeyUp: (event: KeyboardEvent) => void
}

const isButton = ({ target }: Event): boolean => target instanceof HTMLElement && target.closest('button') !== null

/** The mask editor’s keys. None of them gets out, where Enter would generate. */
export function useMaskShortcuts(picture: { width: number; height: number }, seen: MaskView): MaskShortcuts {
  const { state, dispatch } = useUi()
  const { tools } = state.editing
  const [panning, setPanning] = useState(false)
  const latest = useRef(tools)
  latest.current = tools
  const { choose, undo, redo, invert } = maskCommands(dispatch)
  const size = (by: 1 | -1) => () => choose({ size: nextBrush(latest.current.size, by, picture) })
  const KEYS: Readonly<Record<string, () => void>> = {
    b: () => choose({ tool: 'brush' }),
    r: () => choose({ tool: 'rectangle' }),
    l: () => choose({ tool: 'lasso' }),
    e: () => choose({ erase: !latest.current.erase }),
    i: invert,
    '[': size(-1),
    ']': size(1),
    '+': () => seen.zoom(ZOOM),
    '=': () => seen.zoom(ZOOM),
    '-': () => seen.zoom(1 / ZOOM),
    '0': seen.fit,
  }
  const WITH_CTRL: Readonly<Record<string, (shift: boolean) => void>> = {
    z: (shift) => (shift ? redo() : undo()),
    y: redo,
  }
  return {
    panning,
    onKeyDown: (event) => {
      event.stopPropagation()
      const key = event.key.toLowerCase()
      const command = event.ctrlKey || event.metaKey ? WITH_CTRL[key] : KEYS[key]
      if (command && !event.altKey) command(event.shiftKey)
      else if (key === ' ' && !isButton(event)) setPanning(true)
      else return
      event.preventDefault()
    },
    onKeyUp: (event) => {
      if (event.key === ' ') setPanning(false)
    },
  }
}
