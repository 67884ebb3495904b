import type { Language } from './script.ts'

/**
 * The scaffolding of questions in languages indexed as pairs of characters. Every pair inside a phrase is a stop
 * word, so phrases hold no pair that also carries content ('方法' and '设置' must stay).
 */
const PHRASES: Readonly<Record<Language, string>> = {
  ja: 'どうすれば どうやって どのように できますか でしょうか ですか ますか ました ません ください して する した という について ことができます なんですか いいですか している されます します それは これは',
  ko: '어떻게 무엇 무슨 어디 있나요 하나요 인가요 까요 습니다 합니다 됩니다 입니다 있습니다 해주세요 하려면 하고 그리고',
  zh: '如何 怎么 怎样 什么 请问 可以 我们 你们 他们 这个 那个 哪里 哪个 为什么 是否 能否 以及 或者 因为 所以 但是 如果',
}

/** The stop pairs of a language; none for a language that is not indexed as pairs. */
export function questionPairs(language: Language): string[] {
  const phrases = PHRASES[language]?.split(' ') ?? []
  return phrases.flatMap((phrase) => {
    const characters = [...phrase]
    return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
  })
}
