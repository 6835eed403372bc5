/** Shared plugin data: it outlives a change of the plugin's id, which private plugin data does not. */
export const MEMORY_NAMESPACE = 'framewright'
/** How the picture was made. */
export const PROVENANCE_KEY = 'provenance'
/** Figma's hash of the picture placed as a fill, to find that fill again. */
export const FILL_KEY = 'fill'
/** What stood in the picture's place before. */
export const BEFORE_KEY = 'before'
/** What a reviewer said of the picture. */
export const REVIEW_KEY = 'review'
/** The last rejection: the picture may be gone, and another word stand beside the one that is back. */
export const REJECTED_KEY = 'rejected'
/** On the document: the file's id. */
export const FILE_KEY = 'file'
