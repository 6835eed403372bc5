import type { Session } from '../session.ts'

/**
 * The same object with a guard before every access: after `closePlugin()` each one throws. Methods are guarded when
 * they are called, not when they are read.
 */
export function guarded<Api extends object>(session: Session, api: Api, path = ''): Api {
  const result: object = {}
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(api))) {
    const { get, set, value } = descriptor
    if (typeof value === 'function') {
      Object.defineProperty(result, name, {
        enumerable: true,
        value: (...values: readonly unknown[]) => {
          session.reading(`${path}${name}`)
          return Reflect.apply(value, api, values)
        },
      })
      continue
    }
    Object.defineProperty(result, name, {
      enumerable: true,
      get: () => {
        session.reading(`get_${path}${name}`)
        return get ? Reflect.apply(get, api, []) : value
      },
      ...(set ? { set: (next: unknown) => guardedSet(session, `set_${path}${name}`, () => set.call(api, next)) } : {}),
    })
  }
  return result as Api
}

function guardedSet(session: Session, member: string, write: () => void): void {
  session.reading(member)
  write()
}
