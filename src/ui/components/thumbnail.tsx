import { IconImage16 } from '@create-figma-plugin/ui'
import styles from './thumbnail.module.css'

export type ThumbnailFit = 'cover' | 'contain'

interface ThumbnailProps {
  /** Null while it loads or when it cannot be shown. */
  url: string | null
  failed: boolean
  alt: string
  fit: ThumbnailFit
}

/** A picture that fills its box, which keeps its place while the picture loads. */
export function Thumbnail({ url, failed, alt, fit }: ThumbnailProps) {
  if (url) return <img class={`${styles.image} ${styles[fit]}`} src={url} alt={alt} draggable={false} />
  return (
    <div class={styles.empty} role="img" aria-label={failed ? `${alt} (cannot be shown)` : `${alt} (loading)`}>
      {failed && <IconImage16 />}
    </div>
  )
}
