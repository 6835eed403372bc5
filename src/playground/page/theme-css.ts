const weights = [400, 500, 600]

async function fontFace(weight: number): Promise<string> {
  const answer = await fetch(`/fonts/inter-latin-${weight}-normal.woff2`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${text}) format('woff2')}`
}

/** What Figma gives a window with `themeColors`: its colour variables. Inter comes along, as designers have it. */
export async function loadThemeCss(): Promise<string> {
  const [theme, ...faces] = await Promise.all([
    fetch('/theme.css').then((answer) => answer.text()),
    ...weights.map(fontFace),
  ])
  return [theme.replaceAll('</', '<\\/'), ...faces].join('\n')
}
