import type { LanguageWords } from '../language-words.ts'

export const sk: LanguageWords = {
  fillers:
    'prosím|prosím vás|dobrý deň|dobrý|ahoj|zdravím|haló|ok|dobre|tak|no|a|ale|už|teraz|radšej|len|iba|proste|naozaj|bohužiaľ|žiaľ|prepáčte|pardon|ďakujem|vďaka|hneď|ihneď|čo najskôr',
  patterns: {
    human: [
      '[chcem|potrebujem|môžem|chcel by som|chcela by som] [sa] (hovoriť|rozprávať|porozprávať) [sa] (s|so) (pracovníkom podpory|niekým živým|pracovníčkou podpory)',
      '[chcem|radšej] [hovoriť] s (človekom|operátorom) (a nie s robotom|nie s robotom|a nie s botom|nie s botom)',
      '[ja] [chcem|chcel by som|chcela by som|rád by som|rada by som|potrebujem|môžem|mohol by som|mohla by som|dá sa|dalo by sa] [sa|si] [prosím|radšej] (hovoriť|porozprávať|porozprávať sa|rozprávať|pohovoriť|písať si|písať|chatovať|spojiť|spojiť sa) [sa] (s|so) [nejakým|živým|skutočným|ozajstným|vaším|nejakou|skutočnou|živou] (človekom|operátorom|operátorkou|osobou|pracovníkom|poradcom|zástupcom|niekým|niekým z podpory|niekým od vás|niekým zo zákazníckej podpory|podporou|zákazníckou podporou|technickou podporou|zákazníckym servisom)',
      'ako [sa] môžem [sa] (hovoriť|porozprávať|porozprávať sa|spojiť|spojiť sa) s (človekom|operátorom|vašou podporou|zákazníckou podporou)',
      '[chcem|chcel by som|chcela by som|rád by som|rada by som] [sa] (s|so) [živým|skutočným|ozajstným] (človekom|operátorom|niekým) (hovoriť|porozprávať|rozprávať)',
      '[môžete|môžeš|mohli by ste] [ma] [prosím] (prepojte|prepojiť|prepoj|spojte|spojiť|spoj) [ma] [prosím] (na|s|so|k) [nejakého|živého|nejakým|živým|skutočného|skutočným] (operátora|operátorku|operátorom|človeka|človekom|človeku|podporu|podporou|zákaznícku podporu|zákazníckou podporou|pracovníka|pracovníkom|niekoho|niekým|kolegu|kolegom)',
      '[chcem|chcel by som|chcela by som|potrebujem|dajte mi|zavolajte] (živého človeka|skutočného človeka|človeka|operátora|ozajstného človeka)',
      '(živý človek|človek|skutočný človek|operátor|operátorka|živý chat|živý operátor|chat s operátorom|spojenie s operátorom)',
      '(je tam|je tu) [nejaký] (živý človek|skutočný človek|človek|operátor) [s ktorým môžem hovoriť|s ktorým sa môžem porozprávať]',
      'nechcem (hovoriť|písať si|sa rozprávať|si písať|sa baviť) s (robotom|botom|strojom|automatom|počítačom)',
    ],
    unhelpful: [
      '[nie] (to|toto) nie je (to|to čo|ono) [čo] (hľadám|som hľadal|som hľadala|chcem|potrebujem|som chcel|som chcela|som myslel|som myslela)',
      '[nie] (to nie je ono|to nie je to)',
      '[to|toto|odpoveď] [mi] [vôbec|veľmi|bohužiaľ] [mi] [to] (nepomohlo|nepomáha|nepomohla) [mi] [to]',
      '(na to|na toto|to|toto) som sa (nepýtal|nepýtala)',
      '(to|toto|tak) (som nemyslel|som nemyslela|som nechcel vedieť|som nechcela vedieť|nie je ono|nie je pravda|nie je odpoveď na moju otázku|nie je správne|je zle|je nanič)',
      '(zlá odpoveď|nesprávna odpoveď|zle|nanič|nezmysel|zbytočné|neodpovedali ste mi|nerozumieš mi)',
      '[to] (stále|furt|aj tak|ešte stále) [to] (nefunguje|nejde|nepomáha)',
      '(to|toto) [som] už [som] (skúšal|skúšala|skúsil|skúsila|robil|robila)',
    ],
    thanks: [
      '[veľmi|veľmi pekne] (ďakujem|ďakujeme|vďaka|dík|dakujem|díky) [veľmi|vám|ti|pekne|krásne|veľmi pekne] [za pomoc|za odpoveď|za radu|za informáciu|za informácie]',
      '[už] [to|teraz to|toto] [už] [mi] (pomohlo|funguje|zafungovalo|ide|zabralo) [to] [už]',
      '(presne toto|presne to|to je presne to|to je to) [čo] [som] (hľadal|hľadala|potreboval|potrebovala|hľadal som|hľadala som|som hľadal|som hľadala)',
      '(to je všetko|to je ono|presne ono|podarilo sa|super|skvelé|skvele|výborne|výborné|paráda|perfektné|perfektne|vyriešené|hotovo|rozumiem|chápem|všetko jasné)',
      '(dovidenia|do videnia|pekný deň|prajem pekný deň|majte sa|majte sa pekne|maj sa)',
    ],
    no: [
      'nie (to je všetko)',
      '(nie|nie ďakujem|nie vďaka|ani nie|veľmi nie|skôr nie|ešte nie|zatiaľ nie|vôbec nie|netreba|nie je potrebné|teraz nie|radšej nie|bohužiaľ nie)',
    ],
    yes: [
      'áno (chcem|chcel by som|chcela by som|pomohlo|pomohlo to)',
      '(áno|no|jo|jj|no jasné|áno prosím|jasné|jasne|určite|samozrejme|presne|presne tak|súhlasím|rád|rada|ok|okej|dobre|v poriadku|budem rád|budem rada)',
    ],
    greeting: [
      '(dobrý deň|dobré ráno|dobrý večer|dobré popoludnie|dobrý|ahoj|ahojte|zdravím|čau|čauko|servus|haló|nazdar)',
      '(ako sa máte|ako sa máš|je tam niekto|je tu niekto|ste tam|si tam)',
    ],
    vague: [
      '(nefunguje|nejde) [mi] to',
      '(mám|mal by som|mala by som) [na vás] [jeden|jednu|ešte jednu|ešte jeden|malú|malý|takú|rýchlu] (otázku|otázočku|problém|prosbu|dotaz)',
      '[ja] (potrebujem|potreboval by som|potrebovala by som|chcem|chcel by som|chcela by som) [prosím] (pomoc|pomôcť|poradiť|radu)',
      '(pomoc|pomôžte|pomôžte mi|pomôž mi|otázka|problém|podpora|poraďte|poraďte mi)',
      '(môžete|môžeš|mohli by ste|viete) [mi] [prosím] [s niečím] (pomôcť|poradiť)',
      '(môžem|mohol by som|mohla by som) sa [vás|ťa|na niečo] [na niečo|niečo] (opýtať|spýtať)',
      '[to|niečo|toto|mi] [mi|to] (nefunguje|nejde)',
    ],
  },
  own: {
    mine: 'môj|moja|moje|mojej|mojho|moju|mojich|náš|naša|naše|našej|nášho|našich',
    asks: 'kde|kedy|čo|aký|aká|aké|ktorý|ktorá|ktoré|stav|status|dorazí|dorazila|dorazil|príde|prídu|prišla|doručenie|doručená|doručený|doručené|dodanie|odoslaná|odoslaný|odoslané|zásielka|sledovanie|na ceste|hotová|pripravená|predpokladaný|koľko|ako dlho|povedzte mi|povedz mi|môžete mi povedať|môžeš mi povedať|chcem vedieť|chcel by som vedieť|chcela by som vedieť|ukážte mi|je|sú|bola|bol',
    around:
      'bolo|boli|bude|budú|to|ten|tá|táto|toto|on|ona|jeho|jej|a|alebo|o|pre|už|teraz|práve|aktuálny|posledná|posledný|posledné|najnovšia|sa|nachádza|má byť|v akom je|v akom',
  },
  phrases: {
    greeting: 'Dobrý deň! S čím vám môžem pomôcť?',
    clarifyingQuestion: 'Môžete mi, prosím, trochu upresniť, čo vás zaujíma?',
    clarifyingChoice: 'Môžete to, prosím, trochu upresniť? Týka sa to niektorej z týchto tém: {topics}?',
    noAnswerWithOffer: 'Na to sa mi nepodarilo nájsť odpoveď. Chcete hovoriť s človekom?',
    noAnswer: 'Na to sa mi nepodarilo nájsť odpoveď.',
    askForDetail: 'To ma mrzí. Čo presne potrebujete urobiť?',
    offerHuman: 'Mrzí ma, že sa mi nepodarilo pomôcť. Chcete hovoriť s človekom?',
    handingOver: 'Odovzdávam vás kolegovi, ktorý vám pomôže.',
    closing: 'To ma teší. Prajem pekný deň!',
    anythingElse: 'Dobre. Môžem vám pomôcť ešte s niečím?',
    checkIn: 'Je to to, čo ste potrebovali vedieť?',
    checkInWithOffer: 'Je to to, čo ste potrebovali vedieť, alebo chcete hovoriť s človekom?',
    chooseOption: 'Vyberte, prosím, jednu z možností:',
    invalidValue: 'Tomu nerozumiem. Môžete to, prosím, skúsiť znova?',
  },
  ratings: { terrible: 'Hrozné', bad: 'Zlé', ok: 'Ujde to', good: 'Dobré', amazing: 'Skvelé' },
}
