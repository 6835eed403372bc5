import { fail } from '../figma-error.ts'
import type { Notifications } from '../notifications.ts'
import type { Session } from '../session.ts'
import type { FigmaApi } from '../simulated-figma.ts'

type RunApi = Pick<
  FigmaApi,
  | 'apiVersion'
  | 'command'
  | 'editorType'
  | 'mode'
  | 'fileKey'
  | 'currentUser'
  | 'mixed'
  | 'skipInvisibleInstanceChildren'
  | 'notify'
  | 'on'
  | 'once'
  | 'off'
  | 'closePlugin'
>

const person: User = { id: '1', name: 'Playground', photoUrl: null, color: '#907CFF', sessionId: 1 }

function add(session: Session, type: string, callback: unknown, once: boolean): void {
  if (type === 'documentchange' && !session.allPagesLoaded) {
    fail(
      'on',
      'Cannot register a documentchange handler with documentAccess: dynamic-page without calling ' +
        'figma.loadAllPagesAsync() first.',
    )
  }
  session.events.add(type, callback, once)
}

/** The run itself: who, where, events, notifications, the end. */
export function runApi(session: Session, notifications: Notifications, close: (message?: string) => void): RunApi {
  const { options } = session.file
  return {
    apiVersion: '1.0.0',
    command: session.command,
    editorType: options.editorType ?? 'figma',
    mode: options.mode ?? 'default',
    fileKey: undefined,
    get currentUser() {
      if (options.permissions?.includes('currentuser')) return person
      return fail('get_currentUser', 'The "currentuser" permission is missing from the permissions of manifest.json')
    },
    mixed: session.mixed,
    get skipInvisibleInstanceChildren() {
      return session.skipInvisibleInstanceChildren
    },
    set skipInvisibleInstanceChildren(on) {
      session.skipInvisibleInstanceChildren = on
    },
    notify: (message, settings) => notifications.show(message, settings),
    on: (type: string, callback: unknown) => add(session, type, callback, false),
    once: (type: string, callback: unknown) => add(session, type, callback, true),
    off: (type: string, callback: unknown) => session.events.remove(type, callback),
    closePlugin: close,
  }
}
