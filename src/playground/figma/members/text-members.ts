import type { Members } from '../member.ts'
import type { NodeAccess } from '../node-access.ts'
import type { NodeModel, TextSegment } from '../node-model.ts'
import { expectType, failValidation, frozenCopy, isRecord } from './checks.ts'
import { storedChoice } from './stored.ts'

const weightNames: Readonly<Record<number, string>> = {
  400: 'Regular',
  500: 'Medium',
  600: 'Semi Bold',
  700: 'Bold',
}

const styleOf = (weight: number) => weightNames[weight] ?? 'Regular'

const fontName = (node: NodeModel): FontName => ({
  family: node.fontFamily,
  style: styleOf(node.fontWeight),
})

const fontKey = (font: { readonly family: string; readonly style: string }) => `${font.family} ${font.style}`

/** Changes to text need its font, as in Figma. */
function requireFont(access: NodeAccess): void {
  const font = fontKey(fontName(access.node))
  if (!access.session.loadedFonts.has(font)) {
    access.fail(`Cannot write to node with unloaded font "${font}". Please call figma.loadFontAsync and await it first`)
  }
}

function segmentsOf(node: NodeModel): readonly TextSegment[] {
  return node.segments ?? [{ start: 0, end: node.characters.length, fills: node.fills }]
}

export const textMembers: Members<NonResizableTextMixin & TextNode> = {
  hasMissingFont: { get: () => false },
  characters: {
    get: (access) => access.node.characters,
    set(access, value) {
      const characters = expectType(access, value, 'string')
      requireFont(access)
      const first = access.node.segments?.[0]
      access.write({ characters, segments: null, ...(first ? { fills: first.fills } : {}) })
    },
  },
  fontSize: {
    get: (access) => access.node.fontSize,
    set(access, value) {
      const fontSize = expectType(access, value, 'number')
      if (fontSize < 1) failValidation(access, 'Number must be greater than or equal to 1')
      requireFont(access)
      access.write({ fontSize })
    },
  },
  fontName: {
    get: (access) => frozenCopy(fontName(access.node)),
    set(access, value) {
      const { family, style } = isRecord(value) ? value : failValidation(access, 'Expected object')
      const weight = Object.entries(weightNames).find(([, name]) => name === style)?.[0]
      if (typeof family !== 'string' || weight === undefined) return failValidation(access, 'Unknown font')
      const font = fontKey({ family, style: styleOf(Number(weight)) })
      if (!access.session.loadedFonts.has(font)) access.fail(`Cannot write to node with unloaded font "${font}"`)
      access.write({ fontFamily: family, fontWeight: Number(weight) })
    },
  },
  fontWeight: { get: (access) => access.node.fontWeight },
  textAlignHorizontal: storedChoice('textAlignHorizontal', ['LEFT', 'CENTER', 'RIGHT', 'JUSTIFIED']),
  textAlignVertical: storedChoice('textAlignVertical', ['TOP', 'CENTER', 'BOTTOM']),
  textAutoResize: storedChoice('textAutoResize', ['NONE', 'WIDTH_AND_HEIGHT', 'HEIGHT', 'TRUNCATE']),
  textCase: storedChoice('textCase', ['ORIGINAL', 'UPPER', 'LOWER', 'TITLE']),
  lineHeight: {
    get({ node: { lineHeight } }) {
      return lineHeight === null ? { unit: 'AUTO' } : { unit: 'PIXELS', value: lineHeight }
    },
  },
  letterSpacing: { get: (access) => ({ unit: 'PIXELS', value: access.node.letterSpacing }) },
  getRangeFills: {
    call(access, start, end) {
      const within = segmentsOf(access.node).filter((segment) => segment.start < end && segment.end > start)
      const [first, ...others] = within.map((segment) => JSON.stringify(segment.fills))
      if (others.some((other) => other !== first)) return access.session.mixed
      return [...structuredClone(within[0]?.fills ?? access.node.fills)]
    },
  },
}
