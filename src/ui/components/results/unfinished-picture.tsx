import type { ComponentChildren } from 'preact'
import styles from './unfinished-picture.module.css'

interface UnfinishedPictureProps {
  /** Width over height of the picture to come. */
  ratio: number
  /** The newest unfinished picture; null before the first. */
  image: ComponentChildren | null
  caption: string
}

/** The place the picture will take, with what can be seen of it so far. */
export function UnfinishedPicture({ ratio, image, caption }: UnfinishedPictureProps) {
  return (
    <figure class={styles.strip}>
      <div class={styles.box} style={{ aspectRatio: String(ratio) }}>
        {image ?? <div class={styles.empty} />}
      </div>
      {image && <figcaption class={styles.caption}>{caption}</figcaption>}
    </figure>
  )
}
