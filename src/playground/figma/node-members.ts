import type { Members } from './member.ts'
import { baseMembers, sceneMembers } from './members/base-members.ts'
import { cloneMember } from './members/clone-member.ts'
import { componentMembers, instanceMembers } from './members/component-members.ts'
import { exportMember } from './members/export-member.ts'
import { geometryMembers } from './members/geometry-members.ts'
import { autoLayoutMembers, layoutChildMembers } from './members/layout-members.ts'
import { documentMembers, pageMembers } from './members/page-members.ts'
import { blendMembers, cornerMembers, fillMembers, strokeMembers } from './members/paint-members.ts'
import { pluginDataMembers } from './members/plugin-data.ts'
import { storedChoice, storedFlag } from './members/stored.ts'
import { textMembers } from './members/text-members.ts'
import { tree } from './members/tree-members.ts'
import type { NodeType } from './node-model.ts'

const base = { ...baseMembers, ...pluginDataMembers }
const layer = { ...base, ...sceneMembers, ...geometryMembers, ...layoutChildMembers, ...exportMember, ...cloneMember }
const blended = { ...layer, ...blendMembers }
const shape = { ...blended, ...fillMembers, ...strokeMembers }
const cornered = { ...shape, ...cornerMembers }
const clips: Members<FrameNode> = { clipsContent: storedFlag('clipsContent') }
const frame = { ...cornered, ...tree, ...autoLayoutMembers, ...clips }
const booleanOnly: Members<BooleanOperationNode> = {
  booleanOperation: storedChoice('booleanOperation', ['UNION', 'SUBTRACT', 'INTERSECT', 'EXCLUDE']),
}
const sectionOnly: Members<SectionNode> = { sectionContentsHidden: storedFlag('sectionContentsHidden') }
const section = { ...layer, ...fillMembers, ...strokeMembers, ...cornerMembers, ...tree, ...sectionOnly }

/** Which members each type of node has. */
export const nodeMembers: Readonly<Record<NodeType, object>> = {
  DOCUMENT: { ...base, ...documentMembers },
  PAGE: { ...base, ...pageMembers, ...exportMember },
  FRAME: frame,
  SECTION: section,
  GROUP: { ...blended, ...tree },
  COMPONENT: { ...frame, ...componentMembers },
  COMPONENT_SET: frame,
  INSTANCE: { ...frame, ...instanceMembers },
  SLOT: frame,
  RECTANGLE: cornered,
  ELLIPSE: shape,
  POLYGON: shape,
  STAR: shape,
  LINE: shape,
  VECTOR: shape,
  TEXT: { ...shape, ...textMembers },
  BOOLEAN_OPERATION: { ...shape, ...tree, ...booleanOnly },
}
