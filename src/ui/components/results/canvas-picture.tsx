import styles from './canvas-picture.module.css'

interface Extent {
  width: number
  height: number
}

interface CanvasPictureProps {
  /** Pixels. */
  canvas: Extent
  picture: Extent
  /** Where the picture’s top left corner lies in the canvas. */
  at: { x: number; y: number }
  /** Null while it loads. */
  url: string | null
  alt: string
}

/** A picture at its place in a larger canvas, as large as the box around it. */
export function CanvasPicture({ canvas, picture, at, url, alt }: CanvasPictureProps) {
  return (
    <svg class={styles.canvas} viewBox={`0 0 ${canvas.width} ${canvas.height}`} role="img" aria-label={alt}>
      <rect class={styles.added} width={canvas.width} height={canvas.height} />
      <rect class={styles.own} {...at} {...picture} />
      {url && <image href={url} {...at} {...picture} preserveAspectRatio="none" />}
    </svg>
  )
}
