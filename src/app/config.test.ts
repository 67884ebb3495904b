import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

test('a bad entry among the hosts that may be reached is named', () => {
  expect(readConfig({}).outgoingAllow).toEqual([])
  expect(readConfig({ DORSAL_OUTGOING_ALLOW: 'a.internal, 10.0.0.0/8:8443' }).outgoingAllow).toHaveLength(2)
  const read = () => readConfig({ DORSAL_OUTGOING_ALLOW: 'a.internal, 10.0.0.0/88', PORT: 'x' })
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(/PORT.*\n?.*DORSAL_OUTGOING_ALLOW.*"10\.0\.0\.0\/88"/s)
})
