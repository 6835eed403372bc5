import type { NodeAccess } from '../node-access.ts'
import { failValidation } from './checks.ts'
import { FieldReader } from './paint-values.ts'

const filterNames = ['exposure', 'contrast', 'saturation', 'temperature', 'tint', 'highlights', 'shadows'] as const

const gradientTypes = ['GRADIENT_LINEAR', 'GRADIENT_RADIAL', 'GRADIENT_ANGULAR', 'GRADIENT_DIAMOND'] as const
const paintTypes = ['SOLID', ...gradientTypes, 'IMAGE'] as const

const common = (paint: FieldReader) => ({
  visible: paint.flag('visible', true),
  opacity: paint.number('opacity', 1, 0, 1),
  blendMode: paint.blendMode(),
})

function parseFilters(paint: FieldReader): ImageFilters {
  if (!paint.has('filters')) return Object.fromEntries(filterNames.map((name) => [name, 0]))
  const filters = paint.inner('filters')
  return Object.fromEntries(filterNames.map((name) => [name, filters.number(name, 0, -1, 1)]))
}

function parseImage(access: NodeAccess, paint: FieldReader): ImagePaint {
  const scaleMode = paint.oneOf('scaleMode', ['FILL', 'FIT', 'CROP', 'TILE'])
  const hash = paint.value('imageHash') ?? null
  if (hash !== null && typeof hash !== 'string') paint.problem('imageHash', 'Expected string')
  if (typeof hash === 'string' && !access.session.file.images.get(hash)) {
    paint.problem('imageHash', `No image with hash "${hash}"`)
  }
  const rotation = paint.number('rotation', 0)
  if (rotation % 90 !== 0) paint.problem('rotation', 'Rotation must be a multiple of 90')
  return {
    type: 'IMAGE',
    ...common(paint),
    scaleMode,
    imageHash: typeof hash === 'string' ? hash : null,
    ...(scaleMode === 'CROP' && paint.has('imageTransform')
      ? { imageTransform: paint.transform('imageTransform') }
      : {}),
    ...(scaleMode === 'TILE' ? { scalingFactor: paint.number('scalingFactor', 1, 0) } : {}),
    ...(scaleMode === 'CROP' ? {} : { rotation }),
    filters: parseFilters(paint),
  }
}

function parseGradient(paint: FieldReader, type: GradientPaint['type']): GradientPaint {
  return {
    type,
    ...common(paint),
    gradientTransform: paint.transform('gradientTransform'),
    gradientStops: paint.list('gradientStops').map((stop) => ({
      position: stop.number('position', undefined, 0, 1),
      color: stop.colorWithAlpha('color'),
    })),
  }
}

function parsePaint(access: NodeAccess, value: unknown, path: string): Paint {
  const paint = new FieldReader(access, value, path)
  const type = paint.oneOf('type', paintTypes)
  if (type === 'SOLID') return { type, ...common(paint), color: paint.color('color') }
  return type === 'IMAGE' ? parseImage(access, paint) : parseGradient(paint, type)
}

/** Checks a list of paints and fills in what Figma fills in. */
export function parsePaints(access: NodeAccess, value: unknown): readonly Paint[] {
  if (!Array.isArray(value)) return failValidation(access, 'Expected array')
  return value.map((paint, index) => parsePaint(access, paint, `[${index}]`))
}

/** Checks a list of effects: shadows and blurs. */
export function parseEffects(access: NodeAccess, value: unknown): readonly Effect[] {
  if (!Array.isArray(value)) return failValidation(access, 'Expected array')
  return value.map((item, index): Effect => {
    const effect = new FieldReader(access, item, `[${index}]`)
    const type = effect.oneOf('type', ['DROP_SHADOW', 'INNER_SHADOW', 'LAYER_BLUR', 'BACKGROUND_BLUR'])
    const visible = effect.flag('visible', true)
    const radius = effect.number('radius', undefined, 0)
    if (type === 'LAYER_BLUR' || type === 'BACKGROUND_BLUR') return { type, visible, radius, blurType: 'NORMAL' }
    const offset = effect.inner('offset')
    return {
      type,
      visible,
      radius,
      spread: effect.number('spread', 0),
      color: effect.colorWithAlpha('color'),
      offset: { x: offset.number('x'), y: offset.number('y') },
      blendMode: effect.blendMode(),
    }
  })
}
