/** What is kept in Figma's client storage: on this computer only, and lost when Figma clears its cache. */
export const SETTINGS_KEY = 'settings'
export const DRAFT_KEY = 'draft'
