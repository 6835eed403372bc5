import { describe, expect, test } from 'vitest'
import { parseEdit } from '#cli/parse-edit.ts'
import { VERBS } from '#domain/edits/verb.ts'

const least = ['--image', 'in.png', '--change', 'a red cube']

describe('parseEdit', () => {
  test('takes what a picture and a change say, and the rest as it is without options', () => {
    expect(parseEdit(least)).toMatchObject({
      image: 'in.png',
      mask: undefined,
      out: '.',
      raw: false,
      how: { verb: 'change', whole: false, match: true, matte: '#ffffff' },
      brief: { mode: 'edit', idea: 'a red cube', keep: [], edit: null, render: { stage: 'draft', count: 1 } },
    })
  })

  test('takes every option', () => {
    const options = [
      '--whole',
      '--no-match',
      '--matte',
      '#0A0B0C',
      '--stage',
      'final',
      '--count',
      '3',
      '--raw',
      '--json',
    ]
    const wanted = parseEdit([...least, ...options, '--mask', 'm.png', '--verb', 'remove', '--avoid', 'people'])
    expect(wanted).toMatchObject({
      mask: 'm.png',
      raw: true,
      json: true,
      how: { verb: 'remove', whole: true, match: false, matte: '#0a0b0c' },
      brief: { avoid: ['people'], render: { stage: 'final', count: 3, format: 'png' } },
    })
  })

  test('adds what is to be kept to what the verb keeps', () => {
    const { brief } = parseEdit([...least, '--verb', 'relight', '--keep', 'the handle', '--keep', 'the cable'])
    expect(brief.keep).toEqual(['the handle', 'the cable', ...VERBS.relight.keep])
  })

  test.each<[string, string[], RegExp]>([
    ['no picture', ['--change', 'x'], /--image/],
    ['no words', ['--image', 'in.png', '--change', ' '], /--change/],
    ['an unknown verb', [...least, '--verb', 'melt'], /--verb takes one of: change, /],
    ['a verb without its mask', [...least, '--verb', 'remove'], /--verb remove needs --mask/],
    ['a matte that is no colour', [...least, '--matte', 'white'], /--matte/],
    ['too many pictures', [...least, '--count', '11'], /--count/],
    ['an unknown model', [...least, '--model', 'dall-e-3'], /dall-e-3/],
    ['an unknown option', [...least, '--frame', '1x1'], /--frame/],
  ])('refuses %s', (_, args, sentence) => {
    expect(() => parseEdit(args)).toThrow(sentence)
  })
})
