import { IconButton, IconClose16, LoadingIndicator } from '@create-figma-plugin/ui'
import { Notice } from '../notice.tsx'
import styles from './upload-row.module.css'

interface UploadRowProps {
  name: string
  /** Why it could not be added; null while it is on its way. */
  problem: string | null
  onDismiss: () => void
}

/** A reference that is on its way, or did not arrive. */
export function UploadRow({ name, problem, onDismiss }: UploadRowProps) {
  if (problem === null) {
    return (
      <li class={styles.row}>
        <LoadingIndicator />
        <span class={styles.name}>Adding {name} …</span>
      </li>
    )
  }
  return (
    <li class={styles.problem}>
      <Notice tone="danger">
        <b>{name}</b>: {problem}
      </Notice>
      <span class={styles.close}>
        <IconButton aria-label={`Dismiss the problem with ${name}`} title="Dismiss" onClick={onDismiss}>
          <IconClose16 />
        </IconButton>
      </span>
    </li>
  )
}
