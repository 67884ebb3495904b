/** The part of protobuf's wire format that ONNX files need. */
const VARINT = 0
const BYTES = 2
const FIXED_32 = 5

/** Bytes in pieces, so that large ones are not copied each time that a message goes into another one. */
export type Pieces = readonly Uint8Array[]

export function message(...fields: readonly Pieces[]): Pieces {
  return fields.flat()
}

/** @param value a whole number from 0 to 2^53 */
export function integerField(field: number, value: number): Pieces {
  return [tag(field, VARINT), varint(value)]
}

export function floatField(field: number, value: number): Pieces {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return [tag(field, FIXED_32), bytes]
}

export function bytesField(field: number, pieces: Pieces): Pieces {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  return [tag(field, BYTES), varint(length), ...pieces]
}

export function textField(field: number, text: string): Pieces {
  return bytesField(field, [Buffer.from(text)])
}

function tag(field: number, wireType: number): Uint8Array {
  return varint(field * 8 + wireType)
}

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return Uint8Array.from([...bytes, rest])
}
