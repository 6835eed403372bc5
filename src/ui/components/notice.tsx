import { IconInfo16, IconWarning16 } from '@create-figma-plugin/ui'
import type { ComponentChildren } from 'preact'
import styles from './notice.module.css'

export type NoticeTone = 'plain' | 'warning' | 'danger'

interface NoticeProps {
  tone: NoticeTone
  /** The sentence. */
  children: ComponentChildren
  /** Buttons with what can be done about it. */
  actions?: ComponentChildren
}

/** A sentence the person should read, with a way on. */
export function Notice({ tone, children, actions }: NoticeProps) {
  return (
    <div class={`${styles.notice} ${styles[tone]}`} {...(tone === 'danger' ? { role: 'alert' as const } : {})}>
      <span class={styles.icon}>{tone === 'plain' ? <IconInfo16 /> : <IconWarning16 />}</span>
      <div class={styles.body}>
        <p class={styles.sentence}>{children}</p>
        {actions && <div class={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
