/** Prompt lines that do not describe what is to be seen. */
const OTHER_LINES = /^(Use|Text|Text rule|Image \d+|In front|Avoid|Backdrop|Crop):/

/** The words of a prompt that describe the picture, lower case, in order. */
export function describedWords(prompt: string): string[] {
  const lines = prompt.split('\n').filter((line) => !OTHER_LINES.test(line))
  return lines
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
}

/** True when a word is the entry or one of its plain forms (plural, -y, -en). */
export const isFormOf = (word: string, entry: string): boolean =>
  word === entry || (word.startsWith(entry) && ['s', 'es', 'y', 'en', 'ish'].includes(word.slice(entry.length)))
