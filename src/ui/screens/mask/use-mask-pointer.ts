import { useRef, useState } from 'preact/hooks'
import type { DrawOp, MaskPoint } from '#contract/draw-op.ts'
import { coversSomething, growingOp } from '../../mask/growing-op.ts'
import { type PointedAt, placeOf, trackPointers } from '../../mask/track-pointers.ts'
import type { MaskTools } from '../../state/edits/edit-state.ts'
import type { MaskView } from './use-mask-view.ts'

interface PointerQuestion {
  seen: MaskView
  tools: MaskTools
  /** True while the pointer moves the picture. */
  panning: () => boolean
  onDrawn: (op: DrawOp) => void
}

export interface MaskPointer {
  /** What is being drawn; null when nothing is. */
  live: DrawOp | null
  /** Where the pointer is, in points of the window; null when it is elsewhere. */
  hover: MaskPoint | null
  handlers: Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel' | 'onPointerLeave',
    (event: PointerEvent) => void
  >
}

/** Drawing and moving with a mouse, a pen or fingers. */
export function useMaskPointer({ seen, tools, panning, onDrawn }: PointerQuestion): MaskPointer {
  const [live, setLive] = useState<DrawOp | null>(null)
  const [hover, setHover] = useState<MaskPoint | null>(null)
  const track = useRef(trackPointers()).current
  const pointedAt = ({ currentTarget }: PointerEvent): PointedAt => {
    const box = currentTarget instanceof Element ? currentTarget.getBoundingClientRect() : new DOMRect()
    return { box, panning: panning(), ...seen }
  }
  const show = (): void => {
    const drawn = track.drawn()
    setLive(drawn && growingOp(tools, drawn))
  }
  return {
    live,
    hover,
    handlers: {
      onPointerDown: (event) => {
        if (!(event.currentTarget instanceof Element)) return
        event.currentTarget.setPointerCapture(event.pointerId)
        track.down(event, pointedAt(event))
        show()
      },
      onPointerMove: (event) => {
        const on = pointedAt(event)
        setHover(placeOf(event, on))
        const all = event.getCoalescedEvents?.() ?? []
        track.move(event, all.length > 0 ? all : [event], on)
        show()
      },
      onPointerUp: (event) => {
        const drawn = track.up(event)
        const op = drawn && growingOp(tools, drawn)
        show()
        if (op && coversSomething(op)) onDrawn(op)
      },
      onPointerCancel: (event) => {
        track.cancel(event)
        show()
      },
      onPointerLeave: () => setHover(null),
    },
  }
}
