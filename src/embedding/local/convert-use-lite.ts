import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OnnxGraph } from './onnx-graph.ts'

/** Tokens that the network reads; it has no more positions. */
export const USE_LITE_MAX_TOKENS = 128

const HEADS = 4
/** The numbers of ONNX's `TensorProto.DataType`. */
const FLOAT32 = 1
const INT32 = 6

interface Weight {
  readonly name: string
  readonly shape: readonly number[]
}

interface ModelJson {
  readonly weightsManifest: readonly { readonly paths: readonly string[]; readonly weights: readonly Weight[] }[]
}

/**
 * The network of Universal Sentence Encoder Lite, a transformer of two layers, written anew from the weights of its
 * TensorFlow.js edition.
 * @param folder has `model.json` and the files that it names
 * @returns an ONNX model: `input_ids` and `attention_mask` (texts x tokens) to `sentence_embedding` (texts x 512)
 */
export async function convertUseLite(folder: string): Promise<Uint8Array> {
  const weights = await readWeights(folder)
  const graph = new OnnxGraph()

  const find = (name: string) => {
    const weight = weights.get(name)
    if (weight === undefined) throw new Error(`the packaged model has no weight ${name}`)
    return weight
  }
  const constant = (name: string) => {
    const { values, shape } = find(name)
    // Convolutions of width 1 are matrices.
    return graph.constant(values, shape.slice(-2))
  }
  const encoder = (name: string) => constant(`module_apply_default/Encoder_en/KonaTransformer/Encode/${name}`)
  const bias = (name: string) => encoder(`${name}/bias/ConcatPartitions/concat`)
  const add = (a: string, b: string) => graph.apply('Add', [a, b])
  const linear = (x: string, matrix: string, offset: string) => add(graph.apply('MatMul', [x, matrix]), offset)
  const normalise = (x: string, name: string) => {
    const part = (kind: string) =>
      encoder(`${name}/layer_prepostprocess/layer_norm/layer_norm_${kind}/ConcatPartitions/concat`)
    return graph.apply('LayerNormalization', [x, part('scale'), part('bias')], { epsilon: { float: 1e-6 } })
  }

  const ids = graph.input('input_ids', 'int64', ['texts', 'tokens'])
  const mask = graph.input('attention_mask', 'int64', ['texts', 'tokens'])
  const keyMask = graph.apply('Cast', [mask], { to: INT32 })

  const layer = (input: string, residual: string, number: number) => {
    const name = `Layer_${number}/TransformerLayer`
    const kernel = (part: string) =>
      constant(`module/Encoder_en/KonaTransformer/Encode/${name}/MultiheadAttention/${part}/kernel/part_0`)
    const stack = (part: string) => encoder(`TransformerStack/${name}/FFN/${part}/Tensordot/Reshape_1`)

    const heads = graph.apply(
      'com.microsoft.Attention',
      [
        normalise(input, name),
        kernel('qkv_transform_single'),
        bias(`${name}/MultiheadAttention/qkv_transform_single`),
        keyMask,
      ],
      { num_heads: HEADS },
    )
    const attended = add(
      linear(heads, kernel('output_transform_single'), bias(`${name}/MultiheadAttention/output_transform_single`)),
      residual,
    )
    const hidden = graph.apply('Relu', [
      linear(normalise(attended, `${name}/FFN`), stack('conv1'), bias(`${name}/FFN/conv1`)),
    ])
    return add(linear(hidden, stack('conv2'), bias(`${name}/FFN/conv2`)), attended)
  }

  const frequencies = find(
    'module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1',
  )
  const positions = graph.apply('Slice', [
    timingSignal(frequencies.values, graph),
    graph.constant(BigInt64Array.of(0n), [1]),
    graph.apply('Shape', [ids], { start: 1, end: 2 }),
  ])
  const words = graph.apply('Gather', [constant('module/Embeddings_en'), ids])
  // As in the original, which adds the positions to the words, and that sum to the words once more.
  const input = add(add(words, positions), words)
  const dense = 'Layer_0/TransformerLayer/dense'
  const residual = linear(input, encoder(`${dense}/kernel/ConcatPartitions/concat`), bias(dense))
  const first = layer(input, residual, 0)
  const second = layer(first, first, 1)

  // The mean over the text's own tokens, as a product with the mask.
  const one = graph.constant(BigInt64Array.of(1n), [1])
  const isToken = graph.apply('Cast', [mask], { to: FLOAT32 })
  const sum = graph.apply('MatMul', [graph.apply('Unsqueeze', [isToken, one]), second])
  const mean = graph.apply('Div', [
    graph.apply('Squeeze', [sum, one]),
    graph.apply('ReduceSum', [isToken, one], { keepdims: 1 }),
  ])
  const last = 'module/Encoder_en/hidden_layers/tanh_layer_0'
  const embedding = graph.apply('Tanh', [linear(mean, constant(`${last}/weights`), constant(`${last}/bias`))])
  graph.output('sentence_embedding', graph.apply('LpNormalization', [embedding], { axis: 1, p: 2 }), ['texts', 512])
  return graph.toBytes()
}

/** Sine and cosine of every position at each frequency: position x (2 * frequencies). */
function timingSignal(frequencies: Float32Array, graph: OnnxGraph): string {
  const width = 2 * frequencies.length
  const values = new Float32Array(USE_LITE_MAX_TOKENS * width)
  for (let position = 0; position < USE_LITE_MAX_TOKENS; position++) {
    frequencies.forEach((frequency, index) => {
      const angle = Math.fround(position * frequency)
      values[position * width + index] = Math.sin(angle)
      values[position * width + frequencies.length + index] = Math.cos(angle)
    })
  }
  return graph.constant(values, [USE_LITE_MAX_TOKENS, width])
}

async function readWeights(folder: string) {
  const { weightsManifest } = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as ModelJson
  const weights = new Map<string, { readonly values: Float32Array; readonly shape: readonly number[] }>()
  for (const group of weightsManifest) {
    const files = await Promise.all(group.paths.map((path) => readFile(join(folder, path))))
    const bytes = Buffer.concat(files)
    let offset = bytes.byteOffset
    for (const { name, shape } of group.weights) {
      // All weights have four bytes an element; the integer ones are shapes, of which this network needs none.
      const length = shape.reduce((product, side) => product * side, 1)
      weights.set(name, { values: new Float32Array(bytes.buffer, offset, length), shape })
      offset += 4 * length
    }
  }
  return weights
}
