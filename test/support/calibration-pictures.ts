import sharp, { type Sharp } from 'sharp'

const fromSvg = (width: number, height: number, inner: string): Sharp =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inner}</svg>`),
  ).flatten({ background: '#ffffff' })

const WORDS =
  'A designer selects a frame and writes a brief Pure functions turn the brief and the frame into a plan and a request which the window uses to show the price before anything is sent'.split(
    ' ',
  )

/** A page of running text. Sizes in pixels. */
export function textPage(width: number, height: number, size: number, ink = '#1a1a1a', paper = '#ffffff'): Sharp {
  const margin = Math.round(width * 0.08)
  const lines: string[] = []
  let word = 0
  for (let y = margin + size; y < height - margin; y += size * 1.45) {
    let line = ''
    while ((line.length + 6) * size * 0.5 < width - 2 * margin) {
      line += `${WORDS[word % WORDS.length]} `
      word += 1
    }
    lines.push(`<text x="${margin}" y="${y}">${line}</text>`)
  }
  const text = `<g font-family="Inter, sans-serif" font-size="${size}" fill="${ink}">${lines.join('')}</g>`
  return fromSvg(width, height, `<rect width="100%" height="100%" fill="${paper}"/>${text}`)
}

/** A screen of an app: panels, buttons, a picture, few words. */
export function appScreen(width = 1280, height = 800): Sharp {
  const cards = Array.from({ length: 6 }, (_, i) => {
    const [x, y] = [280 + (i % 3) * 320, 110 + Math.floor(i / 3) * 330]
    return `<rect x="${x}" y="${y}" width="290" height="300" rx="14" fill="#fff" stroke="#ddd"/><rect x="${x}" y="${y}" width="290" height="180" fill="hsl(${i * 60},60%,70%)"/><text x="${x + 16}" y="${y + 215}" font-size="18">Card number ${i}</text><text x="${x + 16}" y="${y + 245}" font-size="13">From $${i}9 a month</text>`
  })
  return fromSvg(
    width,
    height,
    `<rect width="100%" height="100%" fill="#f4f4f6"/><rect width="240" height="100%" fill="#20242c"/><g font-family="Inter, sans-serif">${cards.join('')}<text x="24" y="60" fill="#fff" font-size="22">Dashboard</text></g>`,
  )
}

/** Shapes with edges and some fine lines. */
export function illustration(width: number, height: number): Sharp {
  const shapes = Array.from({ length: 60 }, (_, i) => {
    const [x, y, r] = [(i * 397) % width, (i * 211) % height, 10 + ((i * 53) % 90)]
    return i % 2 === 0
      ? `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${i * 37},65%,${30 + (i % 5) * 12}%)"/>`
      : `<path d="M${x} ${y}l${r * 2} ${r}l-${r} ${r * 2}z" fill="none" stroke="hsl(${i * 17},50%,25%)" stroke-width="2"/>`
  })
  return fromSvg(width, height, `<rect width="100%" height="100%" fill="#f3e9d8"/>${shapes.join('')}`)
}

/** Light and dark at all scales, as in photographs of leaves, stone or cloth; `fine` is the strength of the finest. */
export async function texture(width: number, height: number, fine = 1): Promise<Sharp> {
  const octaves = await Promise.all(
    [64, 32, 16, 8, 4, 2, 1].map((scale) =>
      scaledNoise(width, height, scale, Math.sqrt(scale) * (scale <= 2 ? fine : 1)),
    ),
  )
  const raw = Buffer.alloc(width * height * 3)
  for (let i = 0; i < width * height; i++) {
    const level = octaves.reduce((sum, octave) => sum + (octave[i] ?? 0), 128)
    for (let c = 0; c < 3; c++) raw[i * 3 + c] = Math.max(0, Math.min(255, level * (1 - 0.12 * c)))
  }
  return sharp(raw, { raw: { width, height, channels: 3 } })
}

async function scaledNoise(width: number, height: number, scale: number, strength: number): Promise<Float32Array> {
  const [w, h] = [Math.ceil(width / scale) + 1, Math.ceil(height / scale) + 1]
  const small = Buffer.alloc(w * h)
  let state = scale * 7919
  for (let i = 0; i < small.length; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    small[i] = state >> 16
  }
  const large = await sharp(small, { raw: { width: w, height: h, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .extractChannel(0)
    .raw()
    .toBuffer()
  return Float32Array.from(large, (level) => ((level - 128) / 128) * 14 * strength)
}

/** A clear sky: one slow change of colour. */
export const smoothSky = (width: number, height: number): Sharp =>
  fromSvg(
    width,
    height,
    '<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="#2f6fc4"/><stop offset="1" stop-color="#d6e6f4"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#s)"/>',
  )
