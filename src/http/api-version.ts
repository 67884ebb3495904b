import { DorsalError } from '../kernel/index.ts'

/** The Intercom versions that are answered; what differs between them is decided by `atLeast`. */
const VERSIONS = [
  '1.0',
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  ...Array.from({ length: 18 }, (_, minor) => `2.${minor}`),
  'Preview',
]

export const DEFAULT_VERSION = '2.14'

/** The version that a request asked for, as its rank among the known ones. */
export type ApiVersion = number

/**
 * Facts §2.7: no header means 2.14 (the Python client sends none); `Unstable` is the older name of `Preview`.
 * @throws `intercom_version_invalid`
 */
export function parseVersion(header: string | undefined): ApiVersion {
  const name = header === undefined || header === '' ? DEFAULT_VERSION : header === 'Unstable' ? 'Preview' : header
  const rank = VERSIONS.indexOf(name)
  if (rank < 0) {
    throw new DorsalError('intercom_version_invalid', 'The requested version could not be found', {
      field: 'Intercom-Version',
    })
  }
  return rank
}

/** The name that clients send for it. */
export function versionName(version: ApiVersion): string {
  return VERSIONS[version] ?? DEFAULT_VERSION
}

export function atLeast(version: ApiVersion, name: string): boolean {
  return version >= VERSIONS.indexOf(name)
}

/** @throws `intercom_version_invalid` when an operation is younger than the requested version (facts §2.7). */
export function requireVersion(version: ApiVersion, since: string): void {
  if (atLeast(version, since)) return
  throw new DorsalError('intercom_version_invalid', 'Requested resource is not available in current API version.', {
    field: 'Intercom-Version',
  })
}
