export interface TextLine {
  /** Indices into the text; trailing spaces are left out of the line. */
  readonly start: number
  readonly end: number
}

type Measure = (text: string) => number

/** How many characters of the text fit; at least one. */
function fitting(text: string, maxWidth: number, measure: Measure): number {
  let count = text.length
  while (count > 1 && measure(text.slice(0, count)) > maxWidth) count -= 1
  return count
}

function breakParagraph(paragraph: string, offset: number, maxWidth: number, measure: Measure): TextLine[] {
  const lines: TextLine[] = []
  let start = 0
  while (start < paragraph.length) {
    const rest = paragraph.slice(start)
    let end = 0
    for (const word of rest.matchAll(/\S+/g)) {
      if (end > 0 && measure(rest.slice(0, word.index + word[0].length)) > maxWidth) break
      end = word.index + word[0].length
    }
    if (end === 0) break
    if (measure(rest.slice(0, end)) > maxWidth) end = fitting(rest.slice(0, end), maxWidth, measure)
    lines.push({ start: offset + start, end: offset + start + end })
    start += end
    while (paragraph[start] === ' ') start += 1
  }
  return lines.length > 0 ? lines : [{ start: offset, end: offset }]
}

/** Breaks a text at newlines and, where it is wider than the box, at spaces; words that are too long break anywhere. */
export function breakLines(text: string, maxWidth: number, measure: Measure): TextLine[] {
  let offset = 0
  return text.split('\n').flatMap((paragraph) => {
    const lines = breakParagraph(paragraph, offset, maxWidth, measure)
    offset += paragraph.length + 1
    return lines
  })
}
