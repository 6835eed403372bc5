import { basename } from 'node:path'
import type { ProxyClient } from '#client/proxy-client.ts'
import type { Edit } from '#domain/edits/edit.ts'
import type { EditWanted } from './parse-edit.ts'
import { readPicture } from './read-picture.ts'

/** Uploads the picture and its mask. Throws UsageError for a file that cannot be read, AppError for what the proxy refuses. */
export async function uploadEdit(client: ProxyClient, { image, mask, how }: EditWanted): Promise<Edit> {
  const { id, width, height } = await client.uploadImage(await readPicture('picture', image), { as: 'original' })
  const canvas = { width, height }
  const kept = mask === undefined ? null : await client.uploadMask(await readPicture('mask', mask), canvas)
  return {
    ...how,
    original: { imageId: id, ...canvas, name: basename(image).slice(-500), fill: null },
    canvas,
    at: { x: 0, y: 0 },
    mask: kept && { imageId: kept.image.id, box: kept.box },
  }
}
