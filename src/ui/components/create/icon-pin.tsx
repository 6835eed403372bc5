import { createIcon } from '@create-figma-plugin/ui'

const HEAD = 'M5 2h6v1h-1v4l2 2v1.5H4V9l2-2V3H5V2Z'
const NEEDLE = 'M7.5 10.5h1V14h-1v-3.5Z'

/** A pin on its way to the frame. */
export const IconUnpinned = createIcon(
  <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
    <path fill-rule="evenodd" d={`${HEAD}M7 3v4.4L5 9.5h6L9 7.4V3H7Z${NEEDLE}`} />
  </svg>,
)

/** A pin in its place. */
export const IconPinned = createIcon(
  <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
    <path d={`${HEAD}${NEEDLE}`} />
  </svg>,
)
