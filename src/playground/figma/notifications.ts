import { fail } from './figma-error.ts'
import type { FigmaFile } from './figma-file.ts'

const longestMessage = 100
const defaultTimeoutMs = 3000

/** The toasts of the app. Messages are cut at 100 characters, as in Figma. */
export class Notifications {
  private readonly file: FigmaFile
  private readonly open = new Map<number, NotificationOptions>()
  private serial = 0

  constructor(file: FigmaFile) {
    this.file = file
  }

  show(message: unknown, options: NotificationOptions = {}): NotificationHandler {
    if (typeof message !== 'string') {
      return fail('notify', `Expected "message" to have type string but got ${typeof message} instead`)
    }
    this.serial += 1
    const id = this.serial
    this.open.set(id, options)
    this.file.emit({
      type: 'notified',
      id,
      message: message.slice(0, longestMessage),
      error: options.error ?? false,
      timeout: options.timeout ?? defaultTimeoutMs,
      button: options.button?.text ?? null,
    })
    return { cancel: () => this.close(id, 'dismiss') }
  }

  /** The person presses the button: the toast goes, unless the action returns false. */
  press(id: number): void {
    if (this.open.get(id)?.button?.action() !== false) this.close(id, 'action_button_click')
  }

  private close(id: number, reason: NotifyDequeueReason): void {
    const options = this.open.get(id)
    if (!options) return
    this.open.delete(id)
    this.file.emit({ type: 'notificationClosed', id })
    options.onDequeue?.(reason)
  }
}
