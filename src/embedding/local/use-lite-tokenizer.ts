/** Piece and log probability. A few probabilities got lost; the original reads them as 0. */
export type UseLiteVocabulary = readonly (readonly [piece: string, score: number | null])[]

/** The first pieces of the vocabulary stand for no text; the very first is what is unknown. */
const RESERVED = 6

/**
 * The `tokenizer.json` that the encoder would have: SentencePiece's unigram model behind NFKC, letters as they are.
 * White space is one space, as when the encoder was trained; its TensorFlow.js edition leaves that to the caller.
 */
export function useLiteTokenizer(vocabulary: UseLiteVocabulary): object {
  return {
    added_tokens: [],
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'NFKC' },
        { type: 'Replace', pattern: { Regex: String.raw`[\s\p{Cc}]+` }, content: ' ' },
        { type: 'Strip', strip_left: true, strip_right: true },
      ],
    },
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always' },
    model: {
      type: 'Unigram',
      unk_id: 0,
      // No text has a control character any more.
      vocab: vocabulary.map(([piece, score], id) => (id < RESERVED ? [`\u0000${id}`, 0] : [piece, score ?? 0])),
    },
    post_processor: null,
    decoder: null,
  }
}
