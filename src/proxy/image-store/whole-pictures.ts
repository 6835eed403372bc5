import { fewAtOnce } from './few-at-once.ts'

/** An original of 100 megapixels takes 400 MB while it is worked on. */
const AT_ONCE = 2

/** Does work that holds all pixels of originals; in this process so few at a time that they fit into memory. */
export const withWholePictures = fewAtOnce(AT_ONCE)
