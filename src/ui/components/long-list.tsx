import { Button } from '@create-figma-plugin/ui'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import styles from './long-list.module.css'

interface LongListProps {
  rows: readonly ComponentChildren[]
}

const STEP = 20

/** As many rows as can be taken in, and more of them on demand; the focus goes on with the first new one. */
export function LongList({ rows }: LongListProps) {
  const [shown, setShown] = useState(STEP)
  const list = useRef<HTMLDivElement>(null)
  const asked = useRef<number | null>(null)
  useEffect(() => {
    if (asked.current !== null) list.current?.children[asked.current]?.querySelector('button')?.focus()
    asked.current = null
  }, [shown])
  const hidden = rows.length - shown
  return (
    <>
      <div ref={list}>{rows.slice(0, shown)}</div>
      {hidden > 0 && (
        <div class={styles.more}>
          <span class={styles.count}>
            {shown} of {rows.length}
          </span>
          <Button
            secondary
            onClick={() => {
              asked.current = shown
              setShown(shown + STEP)
            }}
          >
            {`Show ${Math.min(STEP, hidden)} more`}
          </Button>
        </div>
      )}
    </>
  )
}
