import { useRef, useState } from 'preact/hooks'
import type { BrushPoint, DrawOp, MaskPoint } from '#contract/draw-op.ts'
import { coversSomething, growingOp } from '../../mask/growing-op.ts'
import { toPicture } from '../../mask/view.ts'
import type { MaskTools } from '../../state/edits/edit-state.ts'
import type { MaskView } from './use-mask-view.ts'

const ARROWS: Readonly<Record<string, MaskPoint>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
/** Points of the window an arrow moves the cross by, alone and with Shift. */
const STEP = 4
const LONG_STEP = 32

interface KeysQuestion {
  seen: MaskView
  picture: { width: number; height: number }
  tools: MaskTools
  onDrawn: (op: DrawOp) => void
}

export interface MaskKeys {
  /** Where the keyboard draws, in pixels of the picture; null until an arrow was pressed. */
  cross: MaskPoint | null
  /** What is being drawn with the keyboard. */
  live: DrawOp | null
  onKeyDown: (event: KeyboardEvent) => void
  onBlur: () => void
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value))

/**
 * Drawing without a pointer: arrows move a cross; Enter puts the brush down there, or a corner. A rectangle ends with its
 * second corner, a lasso with Enter twice at one place.
 */
export function useMaskKeys({ seen, picture, tools, onDrawn }: KeysQuestion): MaskKeys {
  const [cross, setCross] = useState<MaskPoint | null>(null)
  const [corners, setCorners] = useState<readonly BrushPoint[]>([])
  const middle = useRef<MaskPoint>({ x: 0, y: 0 })
  middle.current = toPicture(seen.view, { x: seen.room.width / 2, y: seen.room.height / 2 })
  const here: BrushPoint = { ...(cross ?? middle.current), pressure: 1 }
  const move = ({ x, y }: MaskPoint, step: number): void =>
    setCross({
      x: within(here.x + (x * step) / seen.view.scale, picture.width),
      y: within(here.y + (y * step) / seen.view.scale, picture.height),
    })
  const enter = (): void => {
    setCross(here)
    const last = corners.at(-1)
    const twice = last?.x === here.x && last.y === here.y
    const all = twice ? corners : [...corners, here]
    const ends = { brush: true, rectangle: all.length > 1, lasso: twice }[tools.tool]
    const op = growingOp(tools, all)
    if (ends && op && coversSomething(op)) onDrawn(op)
    setCorners(ends ? [] : all)
  }
  return {
    cross,
    live: corners.length > 0 ? growingOp(tools, [...corners, here]) : null,
    onKeyDown: (event) => {
      const arrow = ARROWS[event.key]
      if (arrow) move(arrow, event.shiftKey ? LONG_STEP : STEP)
      else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) enter()
      else return
      event.preventDefault()
    },
    onBlur: () => {
      setCross(null)
      setCorners([])
    },
  }
}
