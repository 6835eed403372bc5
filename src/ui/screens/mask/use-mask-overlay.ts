import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DrawOp } from '#contract/draw-op.ts'
import type { Affine } from '#domain/affine.ts'
import type { Original } from '#domain/edits/edit.ts'
import { drawOp } from '../../mask/draw-op.ts'
import type { Surface } from '../../mask/surface.ts'
import { tint } from '../../mask/tint.ts'
import { affineOf } from '../../mask/view.ts'
import type { MaskPart } from '../../state/edits/mask-part.ts'
import { useUi } from '../use-ui.ts'
import type { MaskView } from './use-mask-view.ts'

interface OverlayQuestion {
  canvas: RefObject<HTMLCanvasElement>
  original: Original
  parts: readonly MaskPart[]
  seen: MaskView
  live: DrawOp | null
}

/** More pixels a point than this cannot be told apart, but have to be drawn. */
const MOST_DENSITY = 2

/**
 * Shows the mask as it is seen now, at the screen’s own resolution. What is settled is drawn once; what is being drawn goes on
 * top of it.
 */
export function useMaskOverlay({ canvas, original, parts, seen, live }: OverlayQuestion): void {
  const { studio } = useUi().actions
  const [fetched, setFetched] = useState(0)
  const scratch = useRef<Surface | null>(null)
  const settled = useRef<{ surface: Surface; key: readonly unknown[] } | null>(null)
  const density = Math.min(MOST_DENSITY, window.devicePixelRatio || 1)
  const size = {
    width: Math.max(1, Math.round(seen.room.width * density)),
    height: Math.max(1, Math.round(seen.room.height * density)),
  }
  useEffect(() => {
    let current = true
    const done = () => current && setFetched((count) => count + 1)
    // What cannot be fetched is said where the mask is measured.
    studio.fetchShapes(parts, original).then(done, done)
    return () => {
      current = false
    }
  }, [studio, parts, original])
  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const view = affineOf(seen.view, density)
    const key = [parts, original, fetched, size.width, size.height, ...view]
    if (!settled.current || key.some((value, i) => value !== settled.current?.key[i]))
      settled.current = { surface: studio.cover(parts, original, size, view), key }
    scratch.current = emptied(scratch.current, size) ?? studio.blank(size.width, size.height)
    const { context: shown } = scratch.current
    shown.drawImage(settled.current.surface.image, 0, 0)
    if (live) drawWithin(shown, live, { view, picture: original })
    const pixels = shown.getImageData(0, 0, size.width, size.height)
    tint(pixels)
    if (element.width !== size.width || element.height !== size.height) Object.assign(element, size)
    context.putImageData(pixels, 0, 0)
  }, [canvas, studio, parts, original, fetched, live, density, size.width, size.height, seen.view])
}

/** The same surface, empty; null when there is none of that size. */
function emptied(surface: Surface | null, { width, height }: { width: number; height: number }): Surface | null {
  if (surface?.width !== width || surface.height !== height) return null
  surface.context.clearRect(0, 0, width, height)
  return surface
}

function drawWithin(
  context: CanvasRenderingContext2D,
  op: DrawOp,
  { view, picture }: { view: Affine; picture: { width: number; height: number } },
): void {
  context.save()
  context.setTransform(...view)
  context.beginPath()
  context.rect(0, 0, picture.width, picture.height)
  context.clip()
  drawOp(context, op)
  context.restore()
}
