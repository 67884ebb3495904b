import { createHash, createHmac } from 'node:crypto'

/**
 * A signature over the exact bytes that are sent, as receivers expect it: `sha256=<64 hex digits>` (facts §4.6) or
 * `sha1=<40 hex digits>` (facts §2.8). The key is the secret as it is shown, in UTF-8.
 */
export function sign(algorithm: 'sha256' | 'sha1', secret: string, body: string): string {
  return `${algorithm}=${createHmac(algorithm, Buffer.from(secret, 'utf8')).update(body, 'utf8').digest('hex')}`
}

/** `notif_<uuid>`, the same for each attempt of a delivery, so that receivers can tell what they have already. */
export function notificationId(workspaceId: number, deliveryId: number): string {
  return `notif_${uuidOf(`delivery ${workspaceId} ${deliveryId}`)}`
}

/** A UUID of version 8, made from a name. */
function uuidOf(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
