import { Type, type Static } from 'typebox'

const Phrase = Type.String({
  maxLength: 100,
  pattern: '[\\p{L}\\p{N}]',
  description: 'a word or a short phrase',
})

/** A workspace's whole list of synonyms. */
export const WriteSynonyms = Type.Object(
  {
    /** Each counts as every other of its group. */
    groups: Type.Optional(Type.Array(Type.Array(Phrase, { minItems: 2, maxItems: 20 }), { maxItems: 300 })),
    /** `from` in a question counts as `to` too, and not the other way round. */
    one_way: Type.Optional(
      Type.Array(Type.Object({ from: Phrase, to: Phrase }, { additionalProperties: false }), { maxItems: 1_000 }),
    ),
  },
  { additionalProperties: false },
)
export type SynonymList = Required<Static<typeof WriteSynonyms>>
