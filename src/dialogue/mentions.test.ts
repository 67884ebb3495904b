import { expect, test } from 'vitest'
import { mentions } from './mentions.ts'

test.each([
  ['I will call my lawyer today', 'lawyer'],
  ['I will call my LAWYER!', 'lawyer!'],
  ['Ich rufe meinen Anwalt an.', 'meinen anwalt'],
  ['Je veux résilier', 'resilier'],
  ["I don't want this", 'dont want'],
  ['我要退款,谢谢', '退款'],
  ['返金 してください', '返金してください'],
])('%j mentions %j', (message, phrase) => expect(mentions(message, phrase)).toBe(true))

test.each([
  ['Are lawyers welcome?', 'lawyer'],
  ['my own lawyer', 'my lawyer'],
  ['Hello!!!', '!!'],
  ['', 'x'],
  ['我要付款', '退款'],
])('%j does not mention %j', (message, phrase) => expect(mentions(message, phrase)).toBe(false))
