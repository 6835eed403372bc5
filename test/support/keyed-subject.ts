import sharp from 'sharp'

/** A subject with a known outline, as red, green, blue and alpha, and the same on a flat colour. */
export interface KeyedSubject {
  readonly rgba: Buffer
  readonly raw: Buffer
  readonly width: number
  readonly height: number
}

interface Behind {
  key: string
  /** Standard deviation of each level. */
  noise?: number
  /** Levels the key changes from corner to corner. */
  slope?: number
  /** Written as a JPEG of this quality on the way. */
  jpeg?: number
}

const SUBJECT_EDGE = 320

const COLOURS = ['#d8a27a', '#3a2a22', '#f2f0ea', '#2f4a8c', '#c8402c']

/** Shapes of one kind, drawn without any backdrop. */
const SHAPES = {
  hair: () => {
    const hairs = Array.from({ length: 40 }, (_, i) => {
      const angle = (i / 40) * 2 * Math.PI
      const [x, y] = [160 + 140 * Math.cos(angle + 0.25), 160 + 140 * Math.sin(angle + 0.25)]
      const [fromX, fromY] = [160 + 70 * Math.cos(angle), 160 + 70 * Math.sin(angle)]
      const width = 1 + (i % 3) / 2
      return `<path d="M${fromX} ${fromY} Q ${x} ${fromY} ${x} ${y}" stroke="${COLOURS[1]}" stroke-width="${width}" fill="none"/>`
    })
    return `<circle cx="160" cy="160" r="76" fill="${COLOURS[1]}"/>${hairs.join('')}<circle cx="160" cy="165" r="50" fill="${COLOURS[0]}"/>`
  },
  soft: () =>
    `<filter id="b" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="4"/></filter>
     <filter id="c" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="1.5"/></filter>
     <rect x="40" y="40" width="120" height="220" rx="30" fill="${COLOURS[4]}" filter="url(#b)"/>
     <circle cx="230" cy="160" r="56" fill="${COLOURS[2]}" filter="url(#c)"/>`,
  holes: () =>
    `<path fill-rule="evenodd" fill="${COLOURS[3]}" d="M60 60h150v200h-150z M210 100h60v100h-60z M222 112v76h36v-76z"/>
     <circle cx="130" cy="150" r="30" fill="${COLOURS[2]}"/><g stroke="${COLOURS[4]}" stroke-width="1.5">${Array.from({ length: 9 }, (_, i) => `<path d="M${20 + i * 34} 282 l20 30"/>`).join('')}</g>`,
} as const

export async function keyedSubject(shape: keyof typeof SHAPES, behind: Behind): Promise<KeyedSubject> {
  const [width, height] = [SUBJECT_EDGE, SUBJECT_EDGE]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${SHAPES[shape]()}</svg>`
  const rgba = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer()
  const flat = onKey(rgba, { width, height }, behind)
  const picture = sharp(flat, { raw: { width, height, channels: 3 } })
  const raw = behind.jpeg
    ? await picture.jpeg({ quality: behind.jpeg, chromaSubsampling: '4:4:4' }).toBuffer()
    : await picture.png().toBuffer()
  return { rgba, raw, width, height }
}

function onKey(rgba: Buffer, { width, height }: { width: number; height: number }, behind: Behind): Buffer {
  const { key, noise = 0, slope = 0 } = behind
  const levels = [1, 3, 5].map((at) => Number.parseInt(key.slice(at, at + 2), 16))
  const flat = Buffer.alloc(width * height * 3)
  const random = gaussian()
  for (let i = 0; i < width * height; i++) {
    const alpha = (rgba[i * 4 + 3] ?? 0) / 255
    const lean = (slope * ((i % width) + i / width)) / (width + height)
    for (let c = 0; c < 3; c++) {
      const level = levels[c] ?? 0
      const ground = level + (level > 127 ? -1 : 1) * lean
      const mixed = alpha * (rgba[i * 4 + c] ?? 0) + (1 - alpha) * ground + (noise === 0 ? 0 : noise * random())
      flat[i * 3 + c] = Math.max(0, Math.min(255, Math.round(mixed)))
    }
  }
  return flat
}

/** The same numbers every time. */
function gaussian(): () => number {
  let state = 7
  const uniform = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return (state + 1) / 2_147_483_649
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}
