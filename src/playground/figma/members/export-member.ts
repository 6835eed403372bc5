import { exportNode, type ImageExport } from '../../render/export-node.ts'
import type { Members } from '../member.ts'
import type { NodeAccess } from '../node-access.ts'
import { isRecord } from './checks.ts'

const formats = ['PNG', 'JPG'] as const
const constraints = ['SCALE', 'WIDTH', 'HEIGHT'] as const
const colorProfiles = ['DOCUMENT', 'SRGB', 'DISPLAY_P3_V4'] as const

const find = <Value extends string>(allowed: readonly Value[], value: unknown) => allowed.find((one) => one === value)

function parseConstraint(access: NodeAccess, value: unknown): ExportSettingsConstraints {
  const { type, value: amount } = isRecord(value) ? value : {}
  const known = find(constraints, type)
  if (known && typeof amount === 'number' && amount > 0) return { type: known, value: amount }
  return access.fail('Property "constraint" failed validation')
}

/** The settings of a picture; the formats a browser canvas cannot make are refused. */
function parseExport(access: NodeAccess, settings: unknown): ImageExport {
  const given = isRecord(settings) ? settings : { format: 'PNG' }
  const format = find(formats, given['format'])
  if (!format) return access.fail(`The simulator exports PNG and JPG, not ${String(given['format'])}`)
  const colorProfile = find(colorProfiles, given['colorProfile'] ?? 'DOCUMENT')
  if (!colorProfile) return access.fail('Property "colorProfile" failed validation')
  return {
    format,
    colorProfile,
    contentsOnly: given['contentsOnly'] !== false,
    useAbsoluteBounds: given['useAbsoluteBounds'] === true,
    ...(given['constraint'] === undefined ? {} : { constraint: parseConstraint(access, given['constraint']) }),
  }
}

export const exportMember: Members<ExportMixin> = {
  exportSettings: { get: () => [] },
  exportAsync: {
    async call(access: NodeAccess, settings: unknown) {
      const { file } = access.session
      const parsed = parseExport(access, settings)
      if (access.node.type === 'PAGE') access.session.requireLoaded(access.id, access.member, 'children')
      await Promise.all([file.latency(), file.images.ready()])
      return exportNode(access.node, file.renderScene, parsed)
    },
  },
}
