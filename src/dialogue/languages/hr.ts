import type { LanguageWords } from '../language-words.ts'

/** Croatian, and what Bosnians and Serbs write in Latin letters, which detection takes for it. */
export const hr: LanguageWords = {
  fillers:
    'molim|molim vas|molim te|dobar dan|bok|pozdrav|zdravo|halo|hej|ok|dobro|pa|a|i|ali|ma|već|vec|sad|sada|odmah|samo|radije|baš|stvarno|zaista|hitno|oprostite|izvinite|nažalost|nažalost to|hvala|ajde|ipak|što prije|što pre',
  patterns: {
    human: [
      '(može|može li) [jedan] [živi|pravi] (operater|čovjek|čovek|agent)',
      '(želim|hoću|trebam|treba mi) (operatera|operater)',
      '[želim|hoću] [razgovarati|pričati] (s|sa) (čovjekom|čovekom|operaterom) (a ne s botom|ne s botom|a ne s robotom|a ne sa botom)',
      '[ja|da li|jel] [želim|hoću|htio bih|htjela bih|hteo bih|htela bih|volio bih|voljela bih|voleo bih|volela bih|trebam|moram|mogu|mogu li|mogu ja|može li se|smijem li] [ja|li] [da] [molim|radije] (razgovarati|razgovaram|pričati|pričam|popričati|popričam|govoriti|govorim|porazgovarati|porazgovaram|se čuti|chatati|dopisivati se|da razgovaram|da pričam|stupiti u kontakt|kontaktirati) (s|sa) [pravim|stvarnim|živim|nekim|vašim|pravom|stvarnom|živom] (čovjekom|čovekom|operaterom|operaterkom|agentom|osobom|djelatnikom|zaposlenikom|zaposlenim|savjetnikom|savetnikom|nekim|nekim iz podrške|nekim iz korisničke podrške|nekim od vas|podrškom|korisničkom podrškom|korisničkom službom|službom za korisnike|tehničkom podrškom)',
      'kako [mogu] [da] (razgovarati|razgovaram|pričati|pričam|kontaktirati|kontaktiram|dobiti|dobijem) [s|sa] [živim] (operaterom|čovjekom|čovekom|podrškom|korisničkom podrškom|operatera|korisničku podršku|podršku)',
      '[želim|hoću|htio bih|htjela bih|hteo bih|htela bih] (s|sa) [pravim|stvarnim|živim|živom|pravom] (čovjekom|čovekom|osobom|operaterom|nekim) [da] (razgovarati|razgovaram|pričati|pričam)',
      '[možete li|možeš li|može li|biste li|mogu li] [netko|neko] [da] [me] [molim|molim vas] (spojite|spoji|spojiti|povežite|poveži|povezati|povežete|povežeš|poveže|prebacite|prebaci|prebaciti|prebacite) [me] [molim|molim vas] (s|sa|na|k) [pravim|pravog|stvarnim|živim|nekim|pravom] (operaterom|operatera|čovjekom|čovekom|čovjeka|čoveka|agentom|agenta|osobom|osobu|podrškom|podršku|korisničkom podrškom|korisničku podršku|nekim|kolegom)',
      '(želim|hoću|trebam|treba mi|dajte mi|daj mi|zovite) [pravu|stvarnu|živu|pravog|živog|stvarnog] (osobu|čovjeka|čoveka|operatera)',
      '(operater|čovjek|čovek|živa osoba|prava osoba|živ čovjek|živi čovjek|živ čovek|pravi čovjek|stvarna osoba|razgovor s operaterom|chat s operaterom|chat uživo)',
      '(ima li|postoji li) [tu|tamo] [netko|neko|neki|neka] (živ|živ čovjek|živ čovek|živi|stvaran|prava osoba|operater) [s kim mogu razgovarati|s kim mogu da pričam]',
      '(ne želim|neću|ne zelim) [da] (razgovarati|razgovaram|pričati|pričam|dopisivati se) (s|sa) (botom|robotom|strojem|mašinom)',
    ],
    unhelpful: [
      '[ne] [to|ovo] nije (to|ono|to što|ono što) [što] (tražim|trebam|želim|mi treba)',
      '[ne] (to nije to|nije to to)',
      '[to|ovo|odgovor] [mi] [nimalo|uopće|uopšte] [mi] (nije pomoglo|nije pomogao|ne pomaže|nije od pomoći|nije korisno|nije bilo korisno) [mi]',
      '[to|ovo] (nisam to pitao|nisam to pitala|nisam pitao to|nisam pitala to|nije ono što sam pitao|nije ono što sam pitala|nije ono što tražim|nije ono što sam tražio|nije ono što sam tražila|nisam mislio na to|nisam mislila na to|nije to|nije točno|nije tačno|nije odgovor na moje pitanje|ne odgovara na moje pitanje)',
      '(krivi odgovor|pogrešan odgovor|pogrešno|krivo|beskorisno|besmisleno|ne razumijete me|ne razumiješ|ne razumete me|niste odgovorili na moje pitanje|nisi odgovorio na moje pitanje)',
      '[to|ovo] (još uvijek|i dalje|još uvek|svejedno|opet|još) [mi] ne (radi|pomaže|funkcionira|funkcioniše|ide)',
      '(to|ovo) sam već (probao|probala|pokušao|pokušala|napravio|napravila|uradio|uradila)',
      'već sam (to|ovo) (probao|probala|pokušao|pokušala|napravio|napravila|uradio|uradila)',
    ],
    thanks: [
      'hvala (vam|ti) (lijepa|lijepo|lepo|puno|mnogo|najljepša)',
      '[puno|najljepša|najlepša|mnogo|velika] (hvala|hvala puno|hvala lijepa|hvala lepo|zahvaljujem|zahvaljujem se|fala|hvala mnogo) [vam|ti] [na pomoći|na odgovoru|na informaciji|na informacijama|puno|lijepo|lepo]',
      '[to|ovo|sada|sad|sve] [mi] [je] (pomoglo|radi|uspjelo|uspelo|proradilo|riješeno|rešeno|jasno|upalilo) [je] [sad|sada]',
      '[to je] (to je to|to sam tražio|to sam tražila|upravo ono što sam tražio|upravo ono što sam tražila|točno to|upravo to|baš to|baš ono što sam tražila|baš ono što sam tražio|to je sve|to sam htio znati|to sam htjela znati)',
      '(super|odlično|savršeno|izvrsno|sjajno|odlicno|riješeno|rešeno|problem riješen|problem rešen|riješio sam|riješila sam|razumijem|razumem|shvatio sam|shvatila sam|jasno|sve jasno|uspjelo je|uspelo je)',
      '(doviđenja|ugodan dan|prijatan dan|lijep pozdrav|lep pozdrav|vidimo se|adio)',
    ],
    no: [
      'ne (to je sve|to bi bilo sve)',
      '(ne|ne hvala|ne baš|nije|još ne|ne još|ne treba|nema potrebe|ne sada|ne sad|nikako|radije ne|mislim da ne|uopće ne|uopšte ne)',
    ],
    yes: [
      '(da|da molim|da naravno|naravno|svakako|jasno|može|važi|vrijedi|tako je|točno|tačno|upravo tako|u redu|dobro|ok|okej|slažem se|rado|može može|da pomoglo je|jeste|jest)',
    ],
    greeting: [
      '(dobar dan|dobro jutro|dobra večer|dobro veče|bok|bog|pozdrav|zdravo|ćao|cao|hej|halo|ej|poštovani|dobar dan svima)',
      '(kako ste|kako si|ima li koga|jel ima koga|ima li nekoga|ima koga|jeste li tu|jesi tu)',
    ],
    vague: [
      '(imam|imao bih|imala bih) [za vas] [jedno|još jedno|kratko|malo|jedan|mali] (pitanje|problem|molbu|upit|pitanjce)',
      '(trebam|treba mi|potrebna mi je|tražim|potrebna je) [vaša|vašu|malo] (pomoć|podrška|podršku)',
      '(pomoć|pomoc|pomozite|pomozite mi|pomagajte|pomozi mi|upomoć|pitanje|podrška|ne radi|ništa ne radi|nešto ne radi|to ne radi|ne radi mi|ne ide)',
      '(možete li|možeš li|mogu li|da li možete|može li|možete) [da] [mi] [netko|neko] [da] [mi] (pomoći|pomognete|pomogneš|pomogne)',
      '(mogu li|mogu|smijem li) [vas|te] [da] [vas|te] [nešto] (pitati|pitam|upitati) [nešto]',
    ],
  },
  own: {
    mine: 'moj|moja|moje|mojeg|mojega|moju|mojih|mojem|naš|naša|naše|našeg|našu|naših',
    asks: 'gdje|di|kada|kad|što|šta|koji|koja|koje|kakav|kakva|kakvo|status|stanje|stiže|stižu|stići|stigla|stigao|stiglo|dolazi|dolaze|doći|dostava|dostave|dostavljena|dostavljen|dostavljeno|isporuka|isporuke|isporučena|isporučeno|poslana|poslan|poslano|praćenje|na putu|spremna|spremno|spreman|očekivani|očekuje|koliko|koliko dugo|recite mi|reci mi|možete li mi reći|možeš li mi reći|želim znati|htio bih znati|htjela bih znati|zanima me|je|li|da li|jel|su',
    around:
      'će|bio|bila|bilo|bili|biti|to|taj|ta|ova|ovaj|ovo|on|ona|ono|i|ili|o|za|već|sada|trenutno|trenutni|zadnja|zadnji|zadnje|zadnju|posljednja|posljednje|najnovija|se|nalazi|treba',
  },
  phrases: {
    greeting: 'Dobar dan! Kako Vam mogu pomoći?',
    clarifyingQuestion: 'Možete li mi reći malo više o tome što Vas zanima?',
    clarifyingChoice: 'Možete li mi reći malo više? Odnosi li se pitanje na neku od ovih tema: {topics}?',
    noAnswerWithOffer: 'Na to pitanje nema odgovora u mojim izvorima. Želite li razgovarati s djelatnikom podrške?',
    noAnswer: 'Na to pitanje nema odgovora u mojim izvorima.',
    askForDetail: 'Žao mi je. Što točno želite napraviti?',
    offerHuman: 'Žao mi je što Vam ne mogu pomoći. Želite li razgovarati s djelatnikom podrške?',
    handingOver: 'Prosljeđujem Vas djelatniku podrške koji će Vam pomoći.',
    closing: 'Drago mi je da je to pomoglo. Ugodan dan!',
    anythingElse: 'U redu. Mogu li Vam pomoći još nečim?',
    checkIn: 'Je li to ono što ste tražili?',
    checkInWithOffer: 'Je li to ono što ste tražili ili želite razgovarati s djelatnikom podrške?',
    chooseOption: 'Molimo odaberite jednu od mogućnosti:',
    invalidValue: 'Taj odgovor ne razumijem. Možete li pokušati ponovno?',
  },
  ratings: { terrible: 'Užasno', bad: 'Loše', ok: 'U redu', good: 'Dobro', amazing: 'Izvrsno' },
}
