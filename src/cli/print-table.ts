/** Prints rows under their headings, in columns as wide as they need. A column whose heading starts with `>` is set to the right. */
export function printTable(headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const names = headings.map((heading) => heading.replace('>', ''))
  const widths = names.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)))
  for (const row of [names, ...rows]) {
    const cells = row.map((cell, i) =>
      headings[i]?.startsWith('>') ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
    )
    console.log(cells.join('  ').trimEnd())
  }
}
