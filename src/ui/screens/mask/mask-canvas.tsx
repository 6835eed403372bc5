import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { DrawOp } from '#contract/draw-op.ts'
import type { Original } from '#domain/edits/edit.ts'
import { ProxyImage } from '../proxy-image.tsx'
import { useUi } from '../use-ui.ts'
import styles from './mask-editor.module.css'
import { useMaskKeys } from './use-mask-keys.ts'
import { useMaskOverlay } from './use-mask-overlay.ts'
import { useMaskPointer } from './use-mask-pointer.ts'
import type { MaskView } from './use-mask-view.ts'

interface MaskCanvasProps {
  original: Original
  box: RefObject<HTMLDivElement>
  seen: MaskView
  /** True while the pointer moves the picture. */
  panning: boolean
}

const LABEL =
  'Mask. Arrow keys move the cross, with Shift faster; Enter draws there: a dab, the corners of a rectangle, or those of a lasso, which ends with Enter twice.'

/** The picture with the mask over it, to draw on. */
export function MaskCanvas({ original, box, seen, panning }: MaskCanvasProps) {
  const { state, dispatch } = useUi()
  const { parts, tools } = state.editing
  const canvas = useRef<HTMLCanvasElement>(null)
  const onDrawn = (op: DrawOp) => dispatch({ type: 'maskDrawn', op })
  const pointer = useMaskPointer({ seen, tools, panning: () => panning, onDrawn })
  const keys = useMaskKeys({ seen, picture: original, tools, onDrawn })
  useMaskOverlay({ canvas, original, parts, seen, live: pointer.live ?? keys.live })
  const { scale, x, y } = seen.view
  const at = keys.cross ? { x: keys.cross.x * scale + x, y: keys.cross.y * scale + y } : pointer.hover
  return (
    <div
      ref={box}
      class={`${styles.canvas} ${panning ? styles.panning : ''}`}
      role="application"
      aria-label={LABEL}
      onKeyDown={keys.onKeyDown}
      onBlur={keys.onBlur}
      {...pointer.handlers}
      onPointerMove={(event) => {
        // The hand is back at the mouse.
        if (keys.cross) keys.onBlur()
        pointer.handlers.onPointerMove(event)
      }}
    >
      <div
        class={styles.picture}
        style={{
          width: `${original.width}px`,
          height: `${original.height}px`,
          transform: `translate(${x}px, ${y}px) scale(${scale})`,
        }}
      >
        <ProxyImage id={original.imageId} width={null} alt={original.name} fit="contain" />
      </div>
      <canvas ref={canvas} class={styles.overlay} />
      {at && !panning && (
        <MaskCursor at={at} size={tools.tool === 'brush' ? tools.size * scale : null} cross={keys.cross !== null} />
      )}
    </div>
  )
}

/** Where the next dab goes, and how large it is, in points of the window. */
function MaskCursor({ at, size, cross }: { at: { x: number; y: number }; size: number | null; cross: boolean }) {
  return (
    <div class={styles.cursor} style={{ transform: `translate(${at.x}px, ${at.y}px)` }} aria-hidden="true">
      {size !== null && <span class={styles.brush} style={{ width: `${size}px`, height: `${size}px` }} />}
      {cross && <span class={styles.cross} />}
    </div>
  )
}
