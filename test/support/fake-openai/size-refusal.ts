import type { Extent } from './extent.ts'
import { type Refusal, userRefusal } from './refusal.ts'

const RULES: readonly { broken: (size: Extent) => boolean; says: string }[] = [
  {
    broken: ({ width, height }) => width % 16 !== 0 || height % 16 !== 0,
    says: 'Width and height must both be divisible by 16.',
  },
  {
    broken: ({ width, height }) => width > 3840 || height > 3840,
    says: 'The longest edge must be less than or equal to 3840.',
  },
  {
    broken: ({ width, height }) => width > 3 * height || height > 3 * width,
    says: 'The aspect ratio must not be longer than 3:1.',
  },
  {
    broken: ({ width, height }) => width * height < 655_360,
    says: 'Requested resolution is below the current minimum pixel budget.',
  },
  {
    broken: ({ width, height }) => width * height > 8_294_400,
    says: 'Requested resolution exceeds the current pixel budget.',
  },
]

/** What a size parameter means in pixels, or why it is refused. */
export function readSize(asked: string): Extent | Refusal {
  if (asked === 'auto') return { width: 1024, height: 1024 }
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/.exec(asked)?.map(Number) ?? []
  const size = { width: width ?? 0, height: height ?? 0 }
  if (size.width === 0 || size.height === 0) {
    return userRefusal('invalid_value', `Invalid size '${asked}'. Use 'auto' or WIDTHxHEIGHT.`, 'size')
  }
  const rule = RULES.find(({ broken }) => broken(size))
  return rule ? userRefusal('invalid_value', `Invalid size '${asked}'. ${rule.says}`, 'size') : size
}
