import sharp, { type Sharp, type SharpInput, type SharpOptions } from 'sharp'

// Jobs share the machine with the server: two threads a picture, and no cache of whole decoded files.
sharp.concurrency(2)
sharp.cache({ memory: 64, files: 0, items: 64 })

/** sharp, set up once for this process: reads from top to bottom and stops at cut-off files. */
export function picture(input: SharpInput | SharpInput[], options: SharpOptions = {}): Sharp {
  return sharp(input, { sequentialRead: true, failOn: 'truncated', limitInputPixels: false, ...options })
}
