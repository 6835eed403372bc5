import { fail } from '../figma-error.ts'
import type { StoredImage } from '../image-store.ts'
import type { Session } from '../session.ts'
import type { FigmaApi } from '../simulated-figma.ts'

type ImagesApi = Pick<FigmaApi, 'createImage' | 'createImageAsync' | 'getImageByHash' | 'base64Encode' | 'base64Decode'>

function wrapImage(session: Session, image: StoredImage): Image {
  return Object.freeze({
    hash: image.hash,
    async getBytesAsync() {
      session.reading('getBytesAsync')
      await session.file.latency()
      return image.bytes.slice()
    },
    async getSizeAsync() {
      session.reading('getSizeAsync')
      await session.file.latency()
      return { width: image.width, height: image.height }
    },
  })
}

/** localhost and hosts with a port never match, whatever the manifest allows. */
function isAllowed(address: string, allowed: readonly string[]): boolean {
  if (!URL.canParse(address)) return false
  const { origin, port, hostname } = new URL(address)
  return port === '' && hostname !== 'localhost' && (allowed.includes('*') || allowed.includes(origin))
}

export function imagesApi(session: Session): ImagesApi {
  const { file } = session
  return {
    createImage(data) {
      session.writing('createImage')
      return wrapImage(session, file.images.add(data, 'createImage'))
    },
    async createImageAsync(address) {
      if (!isAllowed(address, file.options.allowedDomains ?? [])) {
        const reason = 'does not satisfy the allowedDomains specified in the manifest.json'
        return fail('createImageAsync', `Image URL ${address} ${reason}`)
      }
      const answer = await fetch(address)
      const bytes = new Uint8Array(await answer.arrayBuffer())
      return wrapImage(session, file.images.add(bytes, 'createImageAsync'))
    },
    getImageByHash(hash) {
      const image = file.images.get(hash)
      return image ? wrapImage(session, image) : null
    },
    base64Encode(data) {
      const chunks: string[] = []
      for (let start = 0; start < data.length; start += 0x8000) {
        chunks.push(String.fromCharCode(...data.subarray(start, start + 0x8000)))
      }
      return btoa(chunks.join(''))
    },
    base64Decode: (data) => Uint8Array.from(atob(data), (character) => character.charCodeAt(0)),
  }
}
