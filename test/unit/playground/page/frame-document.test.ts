import { expect, test } from 'vitest'
import { contentSecurityPolicy, frameAddress } from '#playground/page/frame-document.ts'

const manifest = {
  name: 'Framewright',
  networkAccess: { allowedDomains: ['https://proxy.example.com'], devAllowedDomains: ['http://localhost:8787'] },
}
const options = {
  html: '<b>hi & "bye"</b>',
  manifest,
  proxyUrl: 'http://localhost:9999',
  theme: 'dark',
  css: ':root{}',
} as const

test("the policy is Figma's, for the manifest's domains and the proxy in use", () => {
  const domains = 'https://proxy.example.com http://localhost:8787 http://localhost:9999'
  expect(contentSecurityPolicy(manifest, 'http://localhost:9999')).toBe(
    [
      `default-src data: blob: ${domains}`,
      `script-src 'unsafe-inline' 'unsafe-eval' data: blob: ${domains}`,
      `style-src 'unsafe-inline' 'unsafe-eval' data: blob: ${domains}`,
      `font-src https://static.figma.com/webfont/ data: blob: ${domains};`,
    ].join('; '),
  )
})

test('a plugin without network access reaches nothing but the proxy, one with * has no policy', () => {
  const policy = (allowedDomains: string[]) =>
    contentSecurityPolicy({ name: '', networkAccess: { allowedDomains } }, '')
  expect(policy(['none'])).not.toContain('none')
  expect(policy(['*'])).toBeNull()
})

test('the window is a data: document with the policy first and the theme on its body', () => {
  const address = frameAddress(options)
  expect(address.startsWith('data:text/html;charset=utf-8,')).toBe(true)
  const page = decodeURIComponent(address.slice(address.indexOf(',') + 1))
  expect(page).toContain(options.html)
  expect(page).toContain('<body class="figma-dark">')
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'))
})

test('a window too long for a browser is refused with both numbers', () => {
  expect(() => frameAddress({ ...options, html: 'x'.repeat(2 * 1024 * 1024) })).toThrow(/209\d{4} characters.*2097152/)
})
