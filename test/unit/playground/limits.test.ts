import { describe, expect, test } from 'vitest'
import { openScene } from '#support/open-scene.ts'
import { ofType, open, scene } from './open-frame.ts'

describe('limits', () => {
  test('plugin data: 100 kB an entry, strings only; namespaces of three characters', async () => {
    const { frame } = await open()
    frame.setPluginData('key', 'x'.repeat(100 * 1024 - 3))
    expect(() => frame.setPluginData('key', 'é'.repeat(51_200))).toThrow('in setPluginData: ')
    expect(() => Reflect.apply(frame.setPluginData, frame, ['key', 5])).toThrow('to have type string but got number')
    frame.setPluginData('key', '')
    expect(frame.getPluginDataKeys()).toEqual([])
    frame.setSharedPluginData('framewright', 'a', '1')
    expect([frame.getSharedPluginData('framewright', 'a'), frame.getSharedPluginDataKeys('framewright')]).toEqual([
      '1',
      ['a'],
    ])
    expect(() => frame.setSharedPluginData('fw', 'a', '1')).toThrow('in setSharedPluginData: ')
  })

  test('relaunch texts: 1000 characters', async () => {
    const { frame } = await open()
    frame.setRelaunchData({ open: 'x'.repeat(1000) })
    frame.setRelaunchData({ again: '' })
    expect(frame.getRelaunchData()).toEqual({ again: '' })
    expect(() => frame.setRelaunchData({ open: 'x'.repeat(1001) })).toThrow('in setRelaunchData: ')
  })

  test('clientStorage: 5 MB in all, copies, undefined for what is missing', async () => {
    const { api } = await open()
    const { clientStorage } = api
    const settings = { proxy: 'http://localhost:8787' }
    await clientStorage.setAsync('settings', settings)
    settings.proxy = 'changed'
    expect(await clientStorage.getAsync('settings')).toEqual({ proxy: 'http://localhost:8787' })
    expect(await clientStorage.getAsync('nothing')).toBeUndefined()
    const mega = 1024 * 1024
    await clientStorage.setAsync('bytes', new Uint8Array(4 * mega))
    await expect(clientStorage.setAsync('more', 'x'.repeat(mega))).rejects.toThrow('in setAsync: ')
    await clientStorage.setAsync('bytes', new Uint8Array(10))
    await clientStorage.setAsync('more', 'x'.repeat(mega))
    expect(await clientStorage.keysAsync()).toEqual(['settings', 'bytes', 'more'])
  })

  test('notifications: 100 characters; a button keeps them open when its action returns false', async () => {
    const { api, host, events } = await open()
    const reasons: string[] = []
    let keep = true
    api.notify('x'.repeat(120), {
      error: true,
      button: { text: 'Open', action: () => (keep ? false : undefined) },
      onDequeue: (reason) => reasons.push(reason),
    })
    const [toast] = ofType(events, 'notified')
    if (toast?.type !== 'notified') throw new Error('no toast')
    expect([toast.message.length, toast.error, toast.button, toast.timeout]).toEqual([100, true, 'Open', 3000])
    host.pressNotification(toast.id)
    expect(reasons).toEqual([])
    keep = false
    host.pressNotification(toast.id)
    expect(reasons).toEqual(['action_button_click'])
  })

  test('read-only files refuse every write', async () => {
    const { api, host, frame } = await open()
    host.setReadOnly(true)
    const writes = [
      () => Reflect.set(frame, 'name', 'x'),
      () => frame.remove(),
      () => frame.setPluginData('a', 'b'),
      () => api.createFrame(),
    ]
    for (const write of writes) expect(write).toThrow('Cannot write to internal and read-only nodes')
    api.currentPage.selection = [frame]
    expect(host.selection).toEqual(['1:5'])
    expect((await frame.exportAsync({ format: 'PNG' })).length).toBeGreaterThan(0)
    await expect(openScene(scene, { editorType: 'dev' }).then(({ api: dev }) => dev.createFrame())).rejects.toThrow(
      'in createFrame: Cannot write to internal and read-only nodes',
    )
  })

  test('the person is known only with the permission', async () => {
    await expect(open().then(({ api }) => api.currentUser)).rejects.toThrow('"currentuser" permission')
    const { api } = await open({ permissions: ['currentuser'] })
    expect(api.currentUser?.name).toBeTruthy()
  })
})
