import type { LanguageWords } from '../language-words.ts'

export const no: LanguageWords = {
  fillers:
    'vennligst|vær så snill|er du snill|hei|heisann|hallo|god morgen|god dag|god kveld|takk|tusen takk|takk på forhånd|ok|okei|okey|greit|så|nå|men|og|bare|gjerne|heller|i stedet|istedenfor|direkte|unnskyld|beklager|egentlig|faktisk|virkelig|jo|altså|dessverre|åh|her|super|supert|fint|litt',
  patterns: {
    human: [
      '[ja|nei] [kan jeg|kan jeg få|kunne jeg|kunne jeg få|får jeg lov til å|jeg vil|jeg vil gjerne|vil gjerne|jeg ønsker å|ønsker å|jeg må|jeg trenger å|jeg foretrekker å|hvordan kan jeg|hvordan får jeg|går det an å|er det mulig å|kan man] [gjerne|få|bare|heller] (snakke|prate|chatte|snakket|snakke direkte|skrive) med (noen|en|et|kundeservice|kundestøtte|kundesenteret|support|dere|ett) [ekte|ordentlig|virkelig|levende] [menneske|person|kundebehandler|medarbeider|saksbehandler|agent|rådgiver|konsulent|kundeservicemedarbeider|fra kundeservice|på kundeservice|på support|fra support|hos dere|fra dere]',
      '[ja|nei] [kan du|kan dere|vil du|kunne du] (sette|setter|sett|koble|koble til|sende|overføre) meg [over|videre] (til|med) (noen|en|et|kundeservice|kundestøtte|support) [ekte] [menneske|person|kundebehandler|medarbeider|saksbehandler|agent|rådgiver|på kundeservice|på support]',
      '[ja|nei] [kan du|kan dere|vil du] (sett|sette) meg i (kontakt|forbindelse) med (noen|en|et|kundeservice|kundestøtte|support) [ekte] [menneske|person|kundebehandler|medarbeider|saksbehandler|agent|rådgiver]',
      '[ja|nei] (jeg vil ha|gi meg|jeg trenger|kan jeg få) (en|et) (menneske|ekte menneske|ekte person|kundebehandler|medarbeider)',
      '[et|en] (menneske|ekte menneske|ekte person|levende person|kundebehandler|kundeservice|live chat|livechat|snakk med kundebehandler|snakk med et menneske)',
      '(er det|finnes det) (noen|et menneske|en person|en kundebehandler) [her|der] (jeg kan snakke med|jeg kan prate med|jeg kan chatte med|man kan snakke med|å snakke med)',
      'jeg (vil ikke|orker ikke å|gidder ikke å|gidder ikke|ønsker ikke å) (snakke|prate|chatte) med (en|den|denne|et) (robot|bot|chatbot|chatbott|maskin|datamaskin|ki|ai)',
    ],
    unhelpful: [
      '[nei] (det|dette|svaret) (hjalp|hjelper|var|er) [meg] (ikke|slett ikke|ikke helt|ikke akkurat) [meg|så mye|til hjelp|til noe hjelp|nyttig|riktig|rett|riktig svar|det riktige svaret|videre]',
      '[nei] (det|dette) (var|er) ikke [helt|akkurat] (det jeg mente|hva jeg mente|det jeg leter etter|det jeg lette etter|det jeg ser etter|det jeg søker|det jeg spurte om|det jeg lurte på|det jeg lurer på|det jeg ville vite|det jeg trenger|spørsmålet mitt|svar på spørsmålet mitt)',
      '[nei] (det|dette|du|dere) (svarer|svarte|besvarer|besvarte) ikke [på] (spørsmålet mitt|mitt spørsmål)',
      '[nei] [det|dette] (virker|fungerer|funker|hjelper) [det] (fortsatt ikke|fremdeles ikke|ennå ikke|likevel ikke|heller ikke|ikke ennå)',
      '[nei] (du|dere) (forstår|forstod|forsto|skjønner) ikke [meg|spørsmålet|spørsmålet mitt|hva jeg mener]',
      'det har jeg (allerede prøvd|allerede gjort|prøvd|forsøkt)',
      '(feil|feil svar|galt svar|det er feil|det stemmer ikke|hjalp ikke|hjelper ikke|ubrukelig)',
    ],
    thanks: [
      '[mange|tusen|hjertelig] (takk|takker|takk skal du ha|takk skal dere ha|tusen takk|takk takk|takk for det|takker så mye|takk så mye) [for] [hjelpen|svaret|hjelpa|god hjelp|raskt svar|din hjelp|informasjonen]',
      '[det|nå|da] (hjalp|virker|virker det|fungerer|fungerer det|funker|funker det|virket|fungerte|funket|gikk bra|løste det|løste seg|hjalp meg|var til stor hjelp) [nå|veldig|fint|perfekt|igjen]',
      '(perfekt|fantastisk|flott|kjempebra|strålende|utmerket|nydelig|løst|problemet er løst|det ordnet seg|det løste seg|jeg forstår|jeg skjønner|da skjønner jeg|forstått|skjønner|akkurat det jeg lette etter)',
      '(det var alt|det er alt|ikke noe mer|det var det)',
      '(ha det|hadet|ha det bra|ha det fint|vi snakkes|ha en fin dag|ha en god dag|ha en fortsatt fin dag|fortsatt fin dag|god helg)',
    ],
    no: [
      '(nei|neei|nei nei|nope|nei takk|ikke ennå|ikke enda|nei ikke ennå|ikke helt|nei ikke helt|egentlig ikke|ikke egentlig|dessverre ikke|det tror jeg ikke|nei det tror jeg ikke|tror ikke det|ikke akkurat nå|ikke nå|ikke i det hele tatt|trengs ikke|det trengs ikke|ikke nødvendig|helst ikke)',
    ],
    yes: [
      '(ja|jaa|ja ja|jo|jepp|jepp jepp|japp|yes|ja takk|ja gjerne|ja veldig gjerne|gjerne|veldig gjerne|ja da|selvfølgelig|selvsagt|naturligvis|absolutt|helt klart|klart det|så klart|såklart|nettopp|akkurat|riktig|det stemmer|ok|okei|greit|det er greit|det er fint|det hadde vært fint|det hadde vært flott|det vil jeg|det vil jeg gjerne|ja det vil jeg|ja det vil jeg gjerne|ja det var det|ja det er det)',
    ],
    greeting: [
      '(hei|heisann|heia|hei hei|hey|hallo|halla|hallaien|morn|god dag|god morgen|godmorgen|god ettermiddag|god kveld|hei alle sammen|hei på deg|heihei)',
      '(hvordan går det|hvordan har du det|står til|hvordan står det til|er det noen der|er det noen her|noen der|noen her|er du der)',
    ],
    vague: [
      '[jeg] (har|har bare|hadde) [også] (et|en|ett|et annet|noen|et par|enda et) [lite|raskt|kort|kjapt] (spørsmål|problem|sporsmal|forespørsel)',
      '(kan|vil|kunne) (du|dere) [kanskje] hjelpe (meg|oss|til) [med noe|litt]',
      '[jeg] (trenger|ønsker|vil ha|søker) [litt|din|noe] (hjelp|hjelp med noe|support|assistanse)',
      '(kan|får|kunne) jeg [få] (spørre|stille) [deg|dere] [om noe|et spørsmål]',
      '[det|dette|noe|ingenting] (virker|fungerer|funker) ikke',
      '(ingenting virker|ingenting funker|hjelp|hjelp meg|spørsmål|et spørsmål|problem|et problem|noe er galt|det er noe galt|jeg sitter fast|jeg står fast|jeg skjønner ikke)',
    ],
  },
  own: {
    mine: 'min|mitt|mi|mine|vår|vårt|våre',
    asks: 'hvor|når|hva|hvilken|hvilket|hvilke|status|statusen|ankommer|ankomme|kommer|ankommet|ankomst|kommet|levering|leveres|leveransen|levert|sendt|forsendelse|sporing|på vei|klar|forventet|forventes|hvor mye|hvor lenge|hvor lang tid|si meg|vis meg|kan du fortelle meg|jeg vil vite|jeg vil gjerne vite|vet du|er|har|blir|ble',
    around:
      'den|det|de|en|et|ei|av|for|om|til|var|vil|skal|vært|blitt|denne|dette|disse|og|eller|allerede|nå|akkurat nå|nåværende|siste|nyeste|med|på|frem|fram',
  },
  phrases: {
    greeting: 'Hei! Hva kan jeg hjelpe deg med?',
    clarifyingQuestion: 'Kan du fortelle litt mer om hva du lurer på?',
    clarifyingChoice: 'Kan du fortelle litt mer? Gjelder det et av disse temaene: {topics}?',
    noAnswerWithOffer: 'Jeg fant ikke noe svar på spørsmålet ditt. Vil du snakke med en kundebehandler?',
    noAnswer: 'Jeg fant ikke noe svar på spørsmålet ditt.',
    askForDetail: 'Det var leit å høre. Hva er det du ønsker å gjøre?',
    offerHuman: 'Beklager at jeg ikke kunne hjelpe. Vil du snakke med en kundebehandler?',
    handingOver: 'Jeg setter deg over til en kundebehandler som kan hjelpe deg.',
    closing: 'Så bra at jeg kunne hjelpe. Ha en fin dag!',
    anythingElse: 'Greit. Er det noe annet jeg kan hjelpe deg med?',
    checkIn: 'Var det dette du lette etter?',
    checkInWithOffer: 'Var det dette du lette etter, eller vil du heller snakke med en kundebehandler?',
    chooseOption: 'Velg et av alternativene:',
    invalidValue: 'Det forstod jeg ikke. Kan du prøve igjen?',
  },
  ratings: { terrible: 'Svært dårlig', bad: 'Dårlig', ok: 'OK', good: 'Bra', amazing: 'Fantastisk' },
}
