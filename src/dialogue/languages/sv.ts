import type { LanguageWords } from '../language-words.ts'

export const sv: LanguageWords = {
  fillers:
    'snälla|vänligen|hej|hejsan|hallå|tjena|god morgon|goddag|god kväll|tack|tack så mycket|ok|okej|okay|bra|då|nu|så|men|och|bara|gärna|istället|i stället|direkt|ursäkta|förlåt|faktiskt|verkligen|ju|väl|jo|lite|tyvärr|oj|åh|här|super|toppen',
  patterns: {
    human: [
      '[ja|nej] [kan jag|kan jag få|skulle jag kunna|skulle jag kunna få|får jag|jag vill|vill|jag skulle vilja|skulle vilja|jag önskar|jag behöver|jag måste|jag föredrar att|låt mig|hur kan jag|hur gör jag för att|går det att|är det möjligt att] [få|bara|hellre|gärna|snälla] (prata|tala|chatta|snacka|prata direkt) med (någon|nån|en|er|kundtjänst|kundservice|kundsupport|supporten|support|ett) [riktig|verklig|levande|mänsklig] [människa|person|handläggare|medarbetare|agent|rådgivare|supportmedarbetare|på kundtjänst|på supporten|på support|hos er|på riktigt|från supporten|i stället|ansvarig]',
      '[ja|nej] [kan du|kan ni|skulle du kunna|kan någon] (koppla|koppla över|koppla vidare|slussa|skicka) mig [vidare|över] (till|med) (någon|en|ett|kundtjänst|kundservice|kundsupport|supporten|support) [riktig|mänsklig] [människa|person|handläggare|medarbetare|agent|rådgivare|på kundtjänst|på supporten]',
      '[ja|nej] (jag vill ha|ge mig|jag behöver|kan jag få|jag vill ha kontakt med|jag vill komma i kontakt med) en (människa|riktig människa|mänsklig handläggare|riktig person|handläggare|medarbetare)',
      '[en] (människa|riktig människa|riktig person|mänsklig handläggare|handläggare|kundtjänst|kundservice|livechatt|live chat|prata med människa|prata med kundtjänst)',
      '(finns det|finns|är det) (någon|nån|en människa|en person) [där|här] [som] (jag kan prata med|man kan prata med|att prata med|jag kan chatta med)',
      'jag (vill inte|orkar inte|tänker inte) (prata|chatta|snacka|tala) med (en|den här|någon|denna) (robot|bot|chatbot|chattbot|maskin|dator|ai)',
    ],
    unhelpful: [
      '[nej] (det|det här|detta|svaret) (hjälpte|hjälper|var|är) [mig] (inte|inte alls|inte riktigt) [mig|så mycket|till hjälp|hjälpsamt|rätt|rätt svar|användbart]',
      '[nej] (det|det här|detta) (var|är) inte [riktigt] (det jag menade|vad jag menade|det jag söker|vad jag söker|det jag sökte|det jag letar efter|vad jag letar efter|det jag frågade|det jag frågade om|vad jag frågade om|det jag undrade|min fråga|svar på min fråga|det jag behöver)',
      '[nej] (det|det här|detta|du|ni) (svarar|svarade|svarade du|besvarar) inte på min fråga',
      '[nej] [det] (fungerar|funkar|går|hjälper) [det] (fortfarande inte|ändå inte|inte ändå|inte heller|inte fortfarande)',
      '[nej] (du|ni) (förstår|förstod) inte [mig|min fråga|frågan|vad jag menar]',
      'det har jag (redan provat|redan gjort|redan testat|provat|testat)',
      '(fel|fel svar|det är fel|det stämmer inte|inte till hjälp|hjälpte inte|hjälper inte|värdelöst)',
    ],
    thanks: [
      '[stort|varmt|tusen|ett stort] (tack|tackar|tack så mycket|tack så jättemycket|tackar så mycket|tack ska du ha|tack för det|tusen tack|tack snälla) [för] [hjälpen|svaret|din hjälp|er hjälp|snabbt svar|informationen|all hjälp]',
      '[det|nu] (hjälpte|fungerar|fungerar det|funkar|funkar det|fungerade|funkade|löste sig|löste det|gick bra|hjälpte mig|var till stor hjälp) [nu|mig|jättebra|igen]',
      '(perfekt|toppen|utmärkt|jättebra|kanon|kanonbra|underbart|strålande|problemet löst|problemet är löst|det löste sig|jag förstår|då förstår jag|uppfattat|precis vad jag sökte)',
      '(det var allt|det var det hela|det är allt|inget mer)',
      '(hej då|hejdå|adjö|vi ses|ha det bra|ha det gott|ha en bra dag|ha en fin dag|ha en trevlig dag|trevlig helg)',
    ],
    no: [
      '(nej|nä|nej nej|näe|nej tack|inte än|inte ännu|nej inte än|inte riktigt|nej inte riktigt|tyvärr inte|det tror jag inte|jag tror inte det|nej det tror jag inte|inte just nu|inte nu|inte alls|det behövs inte|behövs inte|helst inte)',
    ],
    yes: [
      '(ja|jaa|ja ja|japp|jajamän|jajamensan|jo|jovisst|ja tack|ja gärna|gärna|mycket gärna|ja visst|javisst|visst|självklart|absolut|såklart|givetvis|precis|exakt|det stämmer|okej|ok|okay|visst det går bra|det går bra|det vore bra|det vore toppen|det vill jag|ja det vill jag|ja det var det|naturligtvis)',
    ],
    greeting: [
      '(hej|hejsan|hejhej|hej hej|hallå|hallå där|tja|tjena|tjenare|tjabba|goddag|god dag|god morgon|godmorgon|god middag|god kväll|god afton|hej alla)',
      '(hur är läget|hur mår du|läget|är det någon där|är någon där|någon där|finns det någon där|är du där)',
    ],
    vague: [
      '[jag] (har|skulle ha|har bara) [också] (en|ett|en annan|ett annat|några|en till) [liten|litet|snabb|kort] (fråga|frågor|problem|fundering|undran)',
      '(kan|skulle|vill) (du|ni) [kunna] hjälpa (mig|oss|till) [med en sak|med något|lite]',
      '[jag] (behöver|vill ha|skulle behöva|söker) [lite|er|din] (hjälp|hjälp med något|support|assistans)',
      '(får|kan) jag [få] (fråga|ställa) [dig|er] [en fråga|en sak|något]',
      '[det|det här|detta|något|inget] (fungerar|funkar) inte',
      '(inget funkar|inget fungerar)',
      '(hjälp|hjälp mig|hjälp tack|fråga|en fråga|problem|ett problem|något är fel|nåt är fel|det är något fel|jag har fastnat|jag förstår inte)',
    ],
  },
  own: {
    mine: 'min|mitt|mina|vår|vårt|våra',
    asks: 'var|när|vad|vilken|vilket|vilka|status|statusen|ankommer|ankomma|kommer|anländer|ankommit|kommit|ankomst|leverans|levereras|levererad|levererats|skickad|skickats|skickat|frakt|spårning|på väg|klar|redo|förväntas|beräknas|beräknad|hur mycket|hur länge|hur lång tid|säg mig|visa mig|kan du berätta|kan du säga mig|jag vill veta|jag skulle vilja veta|vet du|är|har|blir|blev',
    around:
      'den|det|de|en|ett|av|för|om|till|ska|skall|hade|varit|blivit|denna|detta|dessa|här|och|eller|redan|nu|just nu|nuvarande|senaste|sista|nyaste|med|på|fram|finns',
  },
  phrases: {
    greeting: 'Hej! Hur kan jag hjälpa dig?',
    clarifyingQuestion: 'Kan du berätta lite mer om vad du vill veta?',
    clarifyingChoice: 'Kan du berätta lite mer? Gäller det något av detta: {topics}?',
    noAnswerWithOffer: 'Jag hittade inget svar på din fråga. Vill du prata med en medarbetare?',
    noAnswer: 'Jag hittade inget svar på din fråga.',
    askForDetail: 'Det var tråkigt att höra. Vad är det du vill göra?',
    offerHuman: 'Jag är ledsen att jag inte kunde hjälpa dig. Vill du prata med en medarbetare?',
    handingOver: 'Jag kopplar dig vidare till en medarbetare som kan hjälpa dig.',
    closing: 'Vad bra att jag kunde hjälpa till. Ha en bra dag!',
    anythingElse: 'Okej. Är det något annat jag kan hjälpa dig med?',
    checkIn: 'Var det detta du letade efter?',
    checkInWithOffer: 'Var det detta du letade efter, eller vill du prata med en medarbetare?',
    chooseOption: 'Välj ett av alternativen:',
    invalidValue: 'Det förstod jag inte. Kan du försöka igen?',
  },
  ratings: { terrible: 'Mycket dåligt', bad: 'Dåligt', ok: 'Okej', good: 'Bra', amazing: 'Utmärkt' },
}
