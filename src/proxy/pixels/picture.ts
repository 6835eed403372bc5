import { createRequire } from 'node:module'
import type { Sharp, SharpInput, default as SharpModule, SharpOptions } from 'sharp'

const require = createRequire(import.meta.url)
let loaded: typeof SharpModule | null = null

/** sharp takes 20 MB that a proxy which only passes pictures on does not spend. Throws when this machine cannot run it. */
function loadSharp(): typeof SharpModule {
  if (loaded) return loaded
  const sharp: typeof SharpModule = require('sharp')
  // Jobs share the machine with the server: two threads a picture, and no cache of whole decoded files.
  sharp.concurrency(2)
  sharp.cache({ memory: 64, files: 0, items: 64 })
  loaded = sharp
  return sharp
}

/** sharp, set up once for this process: reads from top to bottom and stops at cut-off files. */
export function picture(input: SharpInput | SharpInput[], options: SharpOptions = {}): Sharp {
  return loadSharp()(input, { sequentialRead: true, failOn: 'truncated', limitInputPixels: false, ...options })
}
