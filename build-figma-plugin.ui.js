import { englishZod } from './scripts/english-zod.ts'

/** Figma shows the window in Chromium: the desktop app’s, or a browser’s. */
export default function ui(options) {
  const { jsxFactory: _factory, jsxFragment: _fragment, ...rest } = options
  return {
    ...rest,
    target: 'chrome110',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [...options.plugins, englishZod],
  }
}
