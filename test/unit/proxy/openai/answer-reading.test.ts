import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBody } from '#proxy/engines/openai/answer/byte-window.ts'
import { readEvents } from '#proxy/engines/openai/answer/read-events.ts'
import { scanJson } from '#proxy/engines/openai/answer/scan-json.ts'

/** What a body is cut out of, and where it was cut. */
interface Read {
  rest: unknown
  pictures: (Buffer | null)[]
}

const inPieces = (body: Buffer, cuts: readonly number[]) =>
  openBody(
    (async function* () {
      const places = [0, ...cuts.map((cut) => cut % (body.length + 1)).toSorted((a, b) => a - b), body.length]
      for (const [i, from] of places.entries()) yield body.subarray(from, places[i + 1] ?? body.length)
    })(),
  )

/** Reads a picture wholly; null when it is not whole base64. */
const taker =
  (pictures: Read['pictures']): Parameters<typeof scanJson>[1] =>
  async (value) => {
    const pieces: Buffer[] = []
    try {
      for await (const piece of value.bytes()) pieces.push(Buffer.from(piece))
      pictures.push(Buffer.concat(pieces))
    } catch {
      pictures.push(null)
    }
    return `picture ${pictures.length - 1}`
  }

async function readJson(body: Buffer, cuts: readonly number[]): Promise<Read> {
  const pictures: Read['pictures'] = []
  return { rest: JSON.parse(await scanJson(inPieces(body, cuts), taker(pictures))), pictures }
}

/** What `JSON.parse` says, the strings at every key `b64_json` taken out in their order. */
function parsed(text: string): Read {
  const pictures: Read['pictures'] = []
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(without)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]: [string, unknown]) => {
        if (key !== 'b64_json' || typeof inner !== 'string') return [key, without(inner)]
        pictures.push(Buffer.from(inner, 'base64'))
        return [key, `picture ${pictures.length - 1}`]
      }),
    )
  }
  return { rest: without(JSON.parse(text)), pictures }
}

const base64 = fc.uint8Array({ maxLength: 90 }).map((bytes) => Buffer.from(bytes).toString('base64'))
const awkward = fc.constantFrom('b64_json', '"b64_json":"', 'say "b64_json": "AAAA"', '\\', '\\"', '', 'é”\n')
const cuts = fc.array(fc.nat(5000), { maxLength: 12 })

/** Any JSON in which pictures may be anywhere, beside keys and strings that look like them. */
const anyAnswer = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  object: fc
    .array(
      fc.oneof(
        fc.tuple(fc.constant('b64_json'), fc.oneof(base64, base64, fc.constantFrom(null, 7, ['AAAA']))),
        fc.tuple(
          fc.oneof(awkward, fc.string()).filter((key) => !['__proto__', 'b64_json'].includes(key)),
          tie('value'),
        ),
      ),
      { maxLength: 4 },
    )
    .map((entries) => Object.fromEntries(entries)),
  value: fc.oneof(
    { depthSize: 'small' },
    awkward,
    fc.string(),
    fc.integer(),
    fc.constantFrom(null, true),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
})).object

/** As other encoders write it: slashes escaped, spaces around colons, lines. */
const writings: ((text: unknown) => string)[] = [
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value).replaceAll('/', '\\/'),
  (value) => JSON.stringify(value, null, 2).replaceAll('\n', '\r\n'),
  (value) => JSON.stringify(value, null, '\t').replaceAll(/^(\t*"(?:[^"\\]|\\.)*"): /gm, '$1 \n : \t'),
  (value) => JSON.stringify(value).replaceAll('/', '\\u002F'),
]

describe('an answer read as it arrives', () => {
  it('is what JSON.parse says, however it is written and wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, fc.constantFrom(...writings), cuts, async (answer, write, places) => {
        const text = write(answer)
        expect(await readJson(Buffer.from(text), places)).toEqual(parsed(text))
      }),
      { numRuns: 400 },
    )
  })

  it('is the same when every byte comes alone', async () => {
    const text = JSON.stringify({ data: [{ b64_json: Buffer.from('a picture/of?bytes').toString('base64') }] })
    const body = openBody(
      (async function* () {
        for (const byte of Buffer.from(text.replaceAll('/', '\\/'))) yield Buffer.from([byte])
      })(),
    )
    const pictures: Read['pictures'] = []
    await scanJson(body, taker(pictures))
    expect(pictures.map(String)).toEqual(['a picture/of?bytes'])
  })

  it('longer than a block comes in blocks, whole', async () => {
    const picture = Buffer.from(Array.from({ length: 1_000_003 }, (_, i) => (i * 31) % 251))
    const body = Buffer.from(JSON.stringify({ data: [{ b64_json: picture.toString('base64') }] }))
    const { pictures } = await readJson(body, [1, 2, 65_536, 700_001])
    expect(pictures[0]?.equals(picture)).toBe(true)
  })

  it('takes base64 in lines, without its padding, and as a data URL', async () => {
    const kind = fc.constantFrom('', 'data:image/png;base64,', 'data:;base64,')
    const bytes = fc.uint8Array({ minLength: 5, maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(kind, bytes, fc.boolean(), fc.boolean(), cuts, async (prefix, picture, bare, lines, places) => {
        const encoded = Buffer.from(picture).toString('base64')
        const written = (bare ? encoded.replace(/=+$/, '') : encoded).replaceAll(/.{76}/g, lines ? '$&\r\n' : '$&')
        const text = JSON.stringify({ b64_json: prefix + written })
        const { pictures } = await readJson(Buffer.from(text), places)
        expect(pictures[0]?.equals(Buffer.from(picture))).toBe(true)
      }),
    )
  })

  it('with a foreign character in a picture loses that picture and no other', async () => {
    const foreign = fc.constantFrom('*', 'é', '\\t', '\\"', '\\u0041\\u0000', '=')
    await fc.assert(
      fc.asyncProperty(base64, base64, foreign, fc.nat(200), cuts, async (bad, good, character, at, places) => {
        const place = at % (bad.length + 1)
        fc.pre(!(character === '=' && place >= bad.length))
        const spoiled = bad.slice(0, place) + character + bad.slice(place)
        const text = `{"data":[{"b64_json":"${spoiled}"},{"b64_json":"${good}"}],"n":1}`
        const { rest, pictures } = await readJson(Buffer.from(text), places)
        expect(pictures[0]).toBeNull()
        expect(pictures[1]?.equals(Buffer.from(good, 'base64'))).toBe(true)
        expect(rest).toMatchObject({ n: 1 })
      }),
    )
  })

  it('cut off anywhere is no JSON', async () => {
    const text = JSON.stringify({ data: [{ b64_json: 'AAAABBBB' }], size: '1024x640' })
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), cuts, async (end, places) => {
        await expect(readJson(Buffer.from(text.slice(0, end)), places)).rejects.toThrow(SyntaxError)
      }),
    )
  })

  it('that never comes to an end beside its pictures is given up', async () => {
    const endless = openBody(
      (async function* () {
        for (;;) yield Buffer.alloc(65_536, ' ')
      })(),
    )
    await expect(scanJson(endless, async () => '')).rejects.toMatchObject({ code: 'upstream_bad_answer' })
  })

  it('skips the rest of a picture nobody wants to the end of', async () => {
    const text = JSON.stringify({ data: [{ b64_json: 'QUJD'.repeat(300_000) }, { b64_json: 'AAAA' }] })
    const taken: string[] = []
    const rest = await scanJson(inPieces(Buffer.from(text), [10, 400_000]), async (value) => {
      for await (const piece of value.bytes()) {
        taken.push(Buffer.from(piece.subarray(0, 3)).toString('latin1'))
        break
      }
      return ''
    })
    expect(taken).toEqual(['ABC', '\0\0\0'])
    expect(JSON.parse(rest)).toEqual({ data: [{ b64_json: '' }, { b64_json: '' }] })
  })
})

describe('events read as they arrive', () => {
  const said = fc.record({ name: fc.constantFrom('', 'error', 'image_edit.completed'), answer: anyAnswer })

  async function readAll(body: Buffer, places: readonly number[]) {
    const events: { name: string; ended: boolean; read: Read | null }[] = []
    for await (const { data, name, ended } of readEvents(inPieces(body, places))) {
      const pictures: Read['pictures'] = []
      const rest = await scanJson(data, taker(pictures)).catch(() => '')
      let read: Read | null = null
      try {
        read = { rest: JSON.parse(rest), pictures }
      } catch {
        // An event that is cut off is no JSON.
      }
      events.push({ name: name(), ended: ended(), read })
    }
    return events
  }

  const written = (events: { name: string; answer: unknown }[], end: string): string =>
    events
      .map(({ name, answer }) => {
        const lines = JSON.stringify(answer, null, events.length % 2).split('\n')
        return [': still here', ...(name ? [`event: ${name}`] : []), ...lines.map((line) => `data: ${line}`), '', '']
      })
      .map((lines) => lines.join(end))
      .join('')

  it('are what was sent, with any line ends and wherever the body is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { maxLength: 3 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        cuts,
        async (events, end, places) => {
          const body = Buffer.from(written(events, end))
          expect(await readAll(body, places)).toEqual(
            events.map(({ name, answer }) => ({ name, ended: true, read: parsed(JSON.stringify(answer)) })),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('that end in the middle of one say so', async () => {
    const body = Buffer.from('event: a\ndata: {"b64_json":"AAAA"}\n\nevent: b\ndata: {"b64_json":"AAAABB')
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const events = await readAll(body, places)
        expect(events.map(({ name, ended, read }) => [name, ended, read !== null])).toEqual([
          ['a', true, true],
          ['b', false, false],
        ])
      }),
    )
  })
})
