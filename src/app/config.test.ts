import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

test('a bad entry among the hosts that may be reached is named', () => {
  expect(readConfig({}).outgoingAllow).toEqual([])
  expect(readConfig({ DORSAL_OUTGOING_ALLOW: 'a.internal, 10.0.0.0/8:8443' }).outgoingAllow).toHaveLength(2)
  const read = () => readConfig({ DORSAL_OUTGOING_ALLOW: 'a.internal, 10.0.0.0/88', PORT: 'x' })
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(/PORT.*\n?.*DORSAL_OUTGOING_ALLOW.*"10\.0\.0\.0\/88"/s)
})

test('the test kit is off unless it is switched on in so many words', () => {
  const read = (value?: string) => readConfig({ DORSAL_TEST_KIT: value }).testKit
  expect([undefined, '', '0', 'false'].map(read)).toEqual([false, false, false, false])
  expect(['1', 'true'].map(read)).toEqual([true, true])
  expect(() => read('yes')).toThrow('DORSAL_TEST_KIT must be one of 1, true, 0, false, not "yes"')
})

test('a time zone is one that the world knows', () => {
  const read = (value?: string) => readConfig({ DORSAL_TIME_ZONE: value }).timeZone
  expect([undefined, '', 'UTC', 'Europe/Berlin'].map(read)).toEqual(['UTC', 'UTC', 'UTC', 'Europe/Berlin'])
  for (const bad of ['Mars/Olympus', "UTC'; drop table page; --"])
    expect(() => read(bad), bad).toThrow('DORSAL_TIME_ZONE')
})
