import { bytesField, floatField, integerField, message, textField, type Pieces } from './protobuf.ts'

type ElementType = 'float32' | 'int64'
/** A plain number is an integer. */
type Attribute = number | { readonly float: number }

/** The numbers of ONNX's `TensorProto.DataType`. */
const ELEMENT_TYPE: Readonly<Record<ElementType, number>> = { float32: 1, int64: 7 }
/** The numbers of ONNX's `AttributeProto.AttributeType`. */
const ATTRIBUTE_TYPE = { float: 1, integer: 2 }
const IR_VERSION = 8
const OPERATOR_SETS = [
  { domain: '', version: 17 },
  { domain: 'com.microsoft', version: 1 },
]

/**
 * Writes down a network, operator by operator, in ONNX's file format. Values are named; every method gives the name of
 * the value that it makes.
 */
export class OnnxGraph {
  readonly #nodes: Pieces[] = []
  readonly #constants: Pieces[] = []
  readonly #inputs: Pieces[] = []
  readonly #outputs: Pieces[] = []
  #values = 0

  /** @param shape a number for a fixed length, a name for one that differs from call to call */
  input(name: string, type: ElementType, shape: readonly (number | string)[]): string {
    this.#inputs.push(valueInfo(name, type, shape))
    return name
  }

  constant(values: Float32Array | BigInt64Array, shape: readonly number[]): string {
    const name = this.#nextName()
    this.#constants.push(
      message(
        ...shape.map((length) => integerField(1, length)),
        integerField(2, ELEMENT_TYPE[values instanceof Float32Array ? 'float32' : 'int64']),
        textField(8, name),
        bytesField(9, [new Uint8Array(values.buffer, values.byteOffset, values.byteLength)]),
      ),
    )
    return name
  }

  /** @param type an operator of ONNX, or of ONNX Runtime when it begins with `com.microsoft.` */
  apply(type: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>> = {}): string {
    const name = this.#nextName()
    const dot = type.lastIndexOf('.')
    this.#nodes.push(
      message(
        ...inputs.map((input) => textField(1, input)),
        textField(2, name),
        textField(4, type.slice(dot + 1)),
        ...Object.entries(attributes).map(([key, value]) => bytesField(5, attribute(key, value))),
        textField(7, type.slice(0, Math.max(dot, 0))),
      ),
    )
    return name
  }

  /** Publishes a value under a name of its own. */
  output(name: string, value: string, shape: readonly (number | string)[]): void {
    this.#nodes.push(message(textField(1, value), textField(2, name), textField(4, 'Identity')))
    this.#outputs.push(valueInfo(name, 'float32', shape))
  }

  toBytes(): Uint8Array {
    const graph = message(
      ...this.#nodes.map((node) => bytesField(1, node)),
      textField(2, 'graph'),
      ...this.#constants.map((constant) => bytesField(5, constant)),
      ...this.#inputs.map((input) => bytesField(11, input)),
      ...this.#outputs.map((output) => bytesField(12, output)),
    )
    const operatorSets = OPERATOR_SETS.map(({ domain, version }) =>
      bytesField(8, message(textField(1, domain), integerField(2, version))),
    )
    return Buffer.concat(message(integerField(1, IR_VERSION), bytesField(7, graph), ...operatorSets))
  }

  #nextName(): string {
    this.#values += 1
    return `value_${this.#values}`
  }
}

function attribute(name: string, value: Attribute): Pieces {
  if (typeof value === 'number') {
    return message(textField(1, name), integerField(3, value), integerField(20, ATTRIBUTE_TYPE.integer))
  }
  return message(textField(1, name), floatField(2, value.float), integerField(20, ATTRIBUTE_TYPE.float))
}

function valueInfo(name: string, type: ElementType, shape: readonly (number | string)[]): Pieces {
  const lengths = shape.map((length) =>
    bytesField(1, message(typeof length === 'number' ? integerField(1, length) : textField(2, length))),
  )
  const tensor = message(integerField(1, ELEMENT_TYPE[type]), bytesField(2, message(...lengths)))
  return message(textField(1, name), bytesField(2, message(bytesField(1, tensor))))
}
