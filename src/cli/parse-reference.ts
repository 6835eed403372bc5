import { ROLES, type Role, roleSchema } from '#domain/reference.ts'
import { UsageError } from './usage-error.ts'

export interface ReferenceFile {
  path: string
  role: Role
}

/** `lamp.png:subject` → the file and what it contributes; without a role it is the subject. */
export function parseReference(text: string): ReferenceFile {
  const colon = text.lastIndexOf(':')
  const role = roleSchema.safeParse(text.slice(colon + 1))
  if (colon > 0 && role.success) return { path: text.slice(0, colon), role: role.data }
  if (colon > 1) throw new UsageError(`“${text.slice(colon + 1)}” is no role. Roles: ${Object.keys(ROLES).join(', ')}.`)
  return { path: text, role: 'subject' }
}
