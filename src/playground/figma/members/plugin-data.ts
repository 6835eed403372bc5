import type { Members } from '../member.ts'
import type { NodeAccess } from '../node-access.ts'

const largestEntry = 100 * 1024
const longestRelaunchText = 1000

/** UTF-8 length: a code unit of a surrogate pair counts half of the pair's four bytes. */
export function byteLength(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x80) bytes += 1
    else if (code < 0x800 || (code >= 0xd800 && code <= 0xdfff)) bytes += 2
    else bytes += 3
  }
  return bytes
}

function text(access: NodeAccess, name: string, value: unknown): string {
  if (typeof value === 'string') return value
  return access.fail(`Expected "${name}" to have type string but got ${typeof value} instead`)
}

function checkSize(access: NodeAccess, ...parts: readonly string[]): void {
  const size = parts.reduce((total, part) => total + byteLength(part), 0)
  if (size > largestEntry) access.fail('Plugin data entry exceeds the limit of 100 kB')
}

/** An empty value removes the entry, as in Figma. */
function withEntry(entries: Readonly<Record<string, string>>, key: string, value: string) {
  const { [key]: _old, ...rest } = entries
  return value === '' ? rest : { ...rest, [key]: value }
}

function namespaced(access: NodeAccess, namespace: unknown, key: unknown): string {
  const space = text(access, 'namespace', namespace)
  if (!/^[a-zA-Z0-9_.]{3,}$/.test(space)) {
    access.fail('The namespace must be at least 3 alphanumeric characters')
  }
  return `${space}/${text(access, 'key', key)}`
}

export const pluginDataMembers: Members<BaseNodeMixin> = {
  getPluginData: { call: (access, key) => access.node.pluginData[text(access, 'key', key)] ?? '' },
  setPluginData: {
    writes: true,
    call(access, key, value) {
      checkSize(access, text(access, 'key', key), text(access, 'value', value))
      access.write({ pluginData: withEntry(access.node.pluginData, key, value) })
    },
  },
  getPluginDataKeys: { call: (access) => Object.keys(access.node.pluginData) },
  getSharedPluginData: {
    call: (access, namespace, key) => access.node.sharedPluginData[namespaced(access, namespace, key)] ?? '',
  },
  setSharedPluginData: {
    writes: true,
    call(access, namespace, key, value) {
      const entry = namespaced(access, namespace, key)
      checkSize(access, entry, text(access, 'value', value))
      access.write({ sharedPluginData: withEntry(access.node.sharedPluginData, entry, value) })
    },
  },
  getSharedPluginDataKeys: {
    call: (access, namespace) =>
      Object.keys(access.node.sharedPluginData).flatMap((entry) =>
        entry.startsWith(`${namespace}/`) ? [entry.slice(namespace.length + 1)] : [],
      ),
  },
  getRelaunchData: { call: (access) => ({ ...access.node.relaunchData }) },
  setRelaunchData: {
    writes: true,
    call(access, data) {
      for (const value of Object.values(data)) {
        if (text(access, 'description', value).length > longestRelaunchText) {
          access.fail(`Relaunch data description must be at most ${longestRelaunchText} characters`)
        }
      }
      access.write({ relaunchData: { ...data } })
    },
  },
}
