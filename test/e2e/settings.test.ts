import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { makeFailure } from '#domain/failure.ts'
import { closeBrowser, openPage } from '#support/open-page.ts'
import { startTestProxy } from '#support/start-test-proxy.ts'
import { alert, look, tab } from './designer.ts'

afterAll(closeBrowser)

/** A web server of another kind, that lets any page read its answers. */
async function startSomethingElse(port: number): Promise<{ port: number; close(): Promise<void> }> {
  const server: Server = createServer((_, response) => {
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' }
    response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end('<h1>It works!</h1>')
  })
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

test('the way from no token to a connection, one sentence at a time', async () => {
  const other = await startSomethingElse(0)
  const address = `http://localhost:${other.port}`
  const open = await openPage({ scene: 'hero', proxyUrl: address, token: '' })
  const { plugin } = open
  const [addressField, token] = [plugin.getByLabel('Address'), plugin.getByLabel('Member token')]
  const testButton = plugin.getByRole('button', { name: 'Test connection' })
  const says = async (sentence: string) => expect.poll(() => alert(plugin).allTextContents()).toEqual([sentence])

  await testButton.waitFor()
  expect(await addressField.inputValue()).toBe(address)
  await look(open, 'settings-1-first')
  await tab(open, 'Create').click()
  await plugin.getByText('Paste your member token in Settings first.').waitFor()
  await look(open, 'settings-2-no-token')
  await plugin.locator('footer').getByRole('button', { name: 'Settings' }).click()

  await token.fill('wrong-token')
  await testButton.click()
  await says(makeFailure('proxy_not_framewright', { address }).message)
  await look(open, 'settings-3-something-else')

  await addressField.fill('my proxy')
  await addressField.press('Enter')
  await says(makeFailure('proxy_address_invalid', { address: 'my proxy' }).message)

  await other.close()
  await addressField.fill(`${address}/`)
  await addressField.press('Enter')
  await says(makeFailure('proxy_unreachable_local', { address }).message)
  await look(open, 'settings-4-nothing-there')

  const proxy = await startTestProxy({ port: other.port })
  await token.press('Enter')
  await says(makeFailure('token_wrong').message)
  expect(await token.getAttribute('type')).toBe('password')

  await token.fill(` ${proxy.token} `)
  await token.press('Enter')
  await plugin.getByText('Connected as local · offline engine · $25.00 left').waitFor()
  await expect.poll(() => alert(plugin).count()).toBe(0)
  await look(open, 'settings-5-connected')

  await open.page.reload()
  await plugin.getByText('$25.00 left').waitFor()
  expect(await testButton.count()).toBe(0)
  await tab(open, 'Settings').click()
  expect(await token.inputValue()).toBe(proxy.token)
  await open.close()
  await proxy.close()
})
