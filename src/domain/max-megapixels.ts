/** Pictures with more pixels are refused by their header, before anything is decoded. So are canvases. */
export const MAX_MEGAPIXELS = 100
