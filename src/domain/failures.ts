import { BRIEF_FAILURES } from './failures/brief.ts'
import { CANVAS_FAILURES } from './failures/canvas.ts'
import { EDIT_FAILURES } from './failures/edits.ts'
import { IMAGE_FAILURES } from './failures/images.ts'
import { PROXY_FAILURES } from './failures/proxy.ts'
import { UPSTREAM_FAILURES } from './failures/upstream.ts'

/** Every way something can fail, in one table. A new failure is a new row in one of its parts. */
export const FAILURES = {
  ...BRIEF_FAILURES,
  ...EDIT_FAILURES,
  ...IMAGE_FAILURES,
  ...PROXY_FAILURES,
  ...UPSTREAM_FAILURES,
  ...CANVAS_FAILURES,
}
