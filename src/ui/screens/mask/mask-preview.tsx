import { useEffect, useRef } from 'preact/hooks'
import { scaling } from '#domain/affine.ts'
import type { Original } from '#domain/edits/edit.ts'
import { tint } from '../../mask/tint.ts'
import type { MaskPart } from '../../state/edits/mask-part.ts'
import { ProxyImage } from '../proxy-image.tsx'
import { useUi } from '../use-ui.ts'
import styles from './mask-preview.module.css'

interface MaskPreviewProps {
  original: Original
  parts: readonly MaskPart[]
  /** What it shows, in words. */
  label: string
}

const WIDEST = 656
const HIGHEST = 400
/** Points of the window, at most, from top to bottom. */
const SHOWN = 200

/** The mask over the picture, as it will be sent. */
export function MaskPreview({ original, parts, label }: MaskPreviewProps) {
  const { actions } = useUi()
  const { studio } = actions
  const canvas = useRef<HTMLCanvasElement>(null)
  const scale = Math.min(1, WIDEST / original.width, HIGHEST / original.height)
  const width = Math.max(1, Math.round(original.width * scale))
  const height = Math.max(1, Math.round(original.height * scale))
  useEffect(() => {
    let current = true
    const draw = () => {
      const context = canvas.current?.getContext('2d')
      if (!current || !context) return
      const view = scaling(width / original.width, height / original.height)
      const covered = studio.cover(parts, original, { width, height }, view).context.getImageData(0, 0, width, height)
      tint(covered)
      context.putImageData(covered, 0, 0)
    }
    // What cannot be fetched is said where the mask is measured.
    studio.fetchShapes(parts, original).then(draw, draw)
    return () => {
      current = false
    }
  }, [studio, parts, original, width, height])
  return (
    <div class={styles.box}>
      <div
        class={styles.picture}
        style={{ aspectRatio: `${width} / ${height}`, width: `min(100%, ${(SHOWN * width) / height}px)` }}
      >
        <ProxyImage id={original.imageId} width={1024} alt="" fit="contain" />
        <canvas
          ref={canvas}
          class={styles.mask}
          width={width}
          height={height}
          role="img"
          aria-label={`Mask: ${label}`}
        />
      </div>
    </div>
  )
}
