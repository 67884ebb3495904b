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

/** Question words and polite openings that the lists for other uses leave out; a word listed twice does no harm. */
const WORDS: Readonly<Record<Language, string>> = {
  ar: 'كيف ماذا لماذا متى أين من هل يمكن يمكنني أريد',
  cs: 'jak kde kdy kdo co proč který mohu lze prosím',
  da: 'hvordan hvad hvem hvor hvorfor hvornår hvilken kan jeg venligst',
  de: 'wie was wer wo wann warum wieso welche welcher welches kann könnte bitte hallo danke möchte',
  el: 'πώς τι ποιος πού πότε γιατί μπορώ παρακαλώ',
  es: 'cómo qué quién cuál dónde cuándo cuánto cuántos puedo puede favor hola gracias quiero hay',
  fa: 'چگونه چطور چه کی کجا چرا آیا می‌توانم لطفا',
  fi: 'miten mitä kuka missä milloin miksi mikä voinko voin kuinka minun',
  fr: 'comment pourquoi combien quand quoi qui où quel quelle puis peux peut bonjour merci svp est-ce voudrais veux',
  he: 'איך מה מי איפה מתי למה האם אפשר ניתן בבקשה אני יכול רוצה',
  hi: 'कैसे क्या कौन कहाँ कब क्यों मैं मुझे कृपया',
  hu: 'hogyan mi ki hol mikor miért melyik tudok lehet kérem',
  id: 'bagaimana apa siapa mana kapan mengapa apakah saya bisa tolong',
  it: 'come cosa che chi quale dove quando perché quanto posso puoi può favore ciao grazie voglio',
  nl: 'hoe wat wie waar wanneer waarom welke kan kun ik alsjeblieft hallo bedankt mijn',
  no: 'hvordan hva hvem hvor hvorfor når hvilken kan jeg vennligst',
  pl: 'jak co kto gdzie kiedy dlaczego który mogę można czy proszę dziękuję chcę',
  pt: 'como que quem qual onde quando quanto quantos posso pode favor olá obrigado quero há é eu',
  ro: 'cum ce cine unde când de care pot poate rog vreau',
  ru: 'как что кто где когда почему зачем сколько какой какая какие можно могу пожалуйста здравствуйте спасибо хочу ли',
  sv: 'hur vad vem var när varför vilken kan jag snälla hej tack',
  th: 'อย่างไร ยังไง อะไร ใคร ที่ไหน เมื่อไร เมื่อไหร่ ทำไม ไหม ฉัน ผม คุณ ได้ จะ ครับ ค่ะ คะ',
  tr: 'nasıl ne kim nerede nereden hangi niçin neden kaç mı mi mu mü lütfen ben benim',
  uk: 'як що хто де коли чому навіщо скільки який яка які можна можу будь ласка дякую хочу я',
  vi: 'thế nào sao gì ai đâu tôi bạn có thể không xin vui lòng',
}

/**
 * The words that make a text a question in the language, to be treated as stop words: pairs of characters where
 * the language is indexed so, words elsewhere, none where nobody has listed them. English has a list of its own.
 */
export function questionWords(language: Language): string[] {
  const phrases = PHRASES[language]?.split(' ') ?? []
  const pairs = phrases.flatMap((phrase) => {
    const characters = [...phrase]
    return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
  })
  return [...(WORDS[language]?.split(' ') ?? []), ...pairs]
}
