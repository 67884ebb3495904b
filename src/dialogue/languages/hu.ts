import type { LanguageWords } from '../language-words.ts'

export const hu: LanguageWords = {
  fillers:
    'kérem|legyen szíves|legyen kedves|légyszi|légy szíves|lécci|jó napot|jó napot kívánok|szia|sziasztok|üdvözlöm|helló|halló|ok|oké|rendben|jó|hát|na|és|de|akkor|már|most|azonnal|inkább|csak|tényleg|sürgősen|bocsánat|elnézést|sajnos|köszönöm|köszi|végre|egyszerűen|mégis',
  patterns: {
    human: [
      '[élő|igazi] (emberrel|ügyintézővel) (szeretnék beszélni|akarok beszélni) (nem robottal|ne robottal|és nem robottal|nem bottal|nem géppel|és nem géppel)',
      '[én] [szeretnék|akarok|szeretném|inkább] [végre] [egy|valami] [élő|igazi|valódi|hús vér] (emberrel|személlyel|ügyintézővel|munkatárssal|operátorral|ügyfélszolgálatossal|valakivel|ügyfélszolgálattal|az ügyfélszolgálattal) [szeretnék|akarok|inkább|kellene|kell|lehet] (beszélni|beszélhetek|beszélhetnék|csetelni|chatelni|beszélgetni|írni) [szeretnék|akarok|kérem]',
      'hogyan (beszélhetek|tudok beszélni|léphetek kapcsolatba) [egy] [élő|igazi] (emberrel|ügyintézővel|operátorral|az ügyfélszolgálattal)',
      '[én] (szeretnék|akarok|lehet|lehetne|kellene) [inkább] (beszélni|csetelni|chatelni) [egy|valami] [élő|igazi|valódi] (emberrel|személlyel|ügyintézővel|munkatárssal|operátorral|ügyfélszolgálatossal|valakivel|az ügyfélszolgálattal)',
      '(beszélhetek|beszélhetnék|tudok|tudnék) [beszélni] [egy|valami] [élő|igazi|valódi] (emberrel|személlyel|ügyintézővel|munkatárssal|operátorral|valakivel|az ügyfélszolgálattal) [beszélni] [az ügyfélszolgálatról]',
      '(kapcsolja|kapcsold|kapcsoljon|kapcsolj|kapcsolna|tudna kapcsolni|kapcsoljatok|adjon|adj|adjatok|kérem kapcsolja|kapcsolják) [kérem] [nekem|át|be] [egy] [élő|igazi|valódi] (ügyintézőt|ügyintézőhöz|embert|emberhez|munkatársat|munkatárshoz|kollégát|kollégához|operátort|az ügyfélszolgálatot|az ügyfélszolgálatra|ügyfélszolgálatot)',
      '[egy] [élő|igazi|valódi] (ügyintézőt|embert|munkatársat|operátort) (kérek|szeretnék|akarok|kérnék)',
      '(kérek|szeretnék|akarok|kérnék) [egy] [élő|igazi|valódi] (ügyintézőt|embert|munkatársat|operátort)',
      '(ügyintéző|ember|élő ember|igazi ember|élő ügyintéző|operátor|ügyfélszolgálat|ügyfélszolgálatos|élő chat|élő cset)',
      '[van] [itt|ott] [valami|egy|egyáltalán] (élő ember|igazi ember|élő ügyintéző) [van] [itt|ott] [akivel beszélhetek|akivel beszélhetnék]',
      'nem (akarok|szeretnék) [egy] (bottal|robottal|géppel|a bottal|a géppel) (beszélni|beszélgetni|csetelni|chatelni)',
    ],
    unhelpful: [
      'nem ez (nem az|nem az amit kerestem|nem segített)',
      '[nem] ez nem az [amit] [keresek|kerestem|szeretnék|szerettem volna]',
      '[ez|ezzel|a válasz] [nekem] [sajnos|egyáltalán] nem (segített|segít|volt hasznos|hasznos|jó|volt jó|igaz|válasz a kérdésemre|oldja meg) [nekem|sokat]',
      'nem (ezt|erre|ez) (kérdeztem|voltam kíváncsi|akartam tudni|gondoltam|kerestem|az amit kerestem|az amire gondoltam)',
      '(rossz válasz|helytelen|téves|hibás válasz|használhatatlan|haszontalan|nem értesz|nem érti a kérdésemet|nem válaszolt a kérdésemre|nem válaszoltál a kérdésemre)',
      '[ez] (még mindig nem|továbbra sem|így sem|így se|még így sem) (működik|jó|megy|segít|segített)',
      '(ezt|azt) már (próbáltam|megpróbáltam|kipróbáltam|megcsináltam)',
      'már (próbáltam|megpróbáltam|kipróbáltam|megcsináltam) [ezt|azt]',
    ],
    thanks: [
      '[nagyon] [szépen] (köszönöm|köszönjük|köszi|köszike|kösz|köszönet|hálásan köszönöm|thx) [szépen|nagyon|mindent] [a segítséget|a választ|a segítségét|a segítséged|a tájékoztatást|az információt]',
      '[ez|így|most|minden] [már] (segített|működik|megy|sikerült|megoldódott|világos|érthető|rendben van) [már|most|köszönöm]',
      '(pont|éppen|pontosan) (ezt kerestem|ezt akartam tudni|erre volt szükségem|erre voltam kíváncsi|ez kellett|ez az amit kerestem)',
      '(ez az|ennyi volt|ez minden|szuper|nagyszerű|remek|tökéletes|kiváló|fantasztikus|király|megoldva|megoldódott|megoldottam|sikerült|értem|világos|minden világos)',
      '(viszlát|viszontlátásra|a viszontlátásra|szép napot|további szép napot|minden jót)',
    ],
    no: [
      'nem (ennyi volt|ez minden|ennyi)',
      '(nem|nem köszönöm|nem köszi|nem igazán|még nem|inkább nem|nem szükséges|nem kell|most nem|egyáltalán nem|nem hiszem|ne|sajnos nem)',
    ],
    yes: [
      '(igen|igen kérem|ja|aha|persze|hogyne|naná|természetesen|pontosan|így van|rendben|jó|oké|ok|igen szeretném|szeretném|legyen|mehet|örülnék neki|igen segített)',
    ],
    greeting: [
      '(jó napot|jó napot kívánok|jó reggelt|jó reggelt kívánok|jó estét|jó estét kívánok|szia|sziasztok|szép napot|üdvözlöm|üdv|üdvözletem|helló|hello|hali|csá|szevasz|halló|tisztelt ügyfélszolgálat)',
      '(hogy van|hogy vagy|van itt valaki|van ott valaki|itt van valaki|valaki|itt vannak|itt vagy)',
    ],
    vague: [
      '(van|lenne|volna) [itt] [egy|még egy|egy kis|egy gyors] (kérdésem|problémám|kérésem|gondom)',
      '[egy] (segítségre|segítség) (van szükségem|szükségem van|lenne szükségem|szükségem lenne|kellene|kéne|kell)',
      '(segítséget|segítséget szeretnék|segítséget kérek|segítséget szeretnék kérni|kérem segítsen|segítsen|segíts|segítség|segítenének|kérdés|probléma|nem működik|nem megy|ez nem működik|valami nem működik|semmi nem működik|nem jó)',
      '(tud|tudna|tudsz|tudnál|tudnának|tudnátok) [nekem|ebben|valamiben|valaki] (segíteni)',
      '(segítene|segítenél|segítenének) [nekem]',
      '(kérdezhetek|kérdezhetnék|feltehetek) [valamit|egy kérdést]',
    ],
  },
  own: {
    mine: 'saját|a saját',
    endings: 'm|em|om|am|öm|ém|ám|im|aim|eim|jaim|jeim|nk|unk|ünk|emet|omat|amat|ömet|met|emnek|omnak|amnak|mnek|mnak',
    asks: 'hol|mikor|mi|mik|milyen|melyik|hová|állapota|állapot|státusza|státusz|érkezik|érkeznek|érkezik meg|megérkezett|megérkezik|jön|jön meg|érkezése|szállítás|szállítása|szállítják|kiszállítás|kiszállítva|kiszállították|elküldve|elküldték|feladva|feladták|úton|kész|várható|mennyi|mennyi ideig|meddig|mennyibe|mondd meg|mondja meg|meg tudja mondani|meg tudod mondani|szeretném tudni|tudni szeretném|mutasd|hol tart|hol jár|van|volt',
    around:
      'a|az|egy|vannak|voltak|lesz|ez|azok|ezek|ő|és|vagy|már|most|jelenleg|éppen|legutóbbi|utolsó|legújabb|jelenlegi|meg|fog|e|el',
  },
  phrases: {
    greeting: 'Jó napot kívánok! Miben segíthetek?',
    clarifyingQuestion: 'Kérem, írja le kicsit részletesebben, mire kíváncsi!',
    clarifyingChoice: 'Kérem, írja le kicsit részletesebben! Ezek közül valamelyik témáról van szó: {topics}?',
    noAnswerWithOffer: 'Erre sajnos nem találtam választ. Szeretne egy munkatársunkkal beszélni?',
    noAnswer: 'Erre sajnos nem találtam választ.',
    askForDetail: 'Sajnálom. Pontosan mit szeretne elérni?',
    offerHuman: 'Sajnálom, hogy nem tudtam segíteni. Szeretne egy munkatársunkkal beszélni?',
    handingOver: 'Átadom a beszélgetést egy munkatársunknak, aki segíteni fog Önnek.',
    closing: 'Örülök, hogy segíthettem. További szép napot!',
    anythingElse: 'Rendben. Segíthetek még valamiben?',
    checkIn: 'Erre volt kíváncsi?',
    checkInWithOffer: 'Erre volt kíváncsi, vagy szeretne egy munkatársunkkal beszélni?',
    chooseOption: 'Kérem, válasszon az alábbiak közül:',
    invalidValue: 'Ezt sajnos nem értettem. Megpróbálná még egyszer?',
  },
  ratings: { terrible: 'Borzasztó', bad: 'Rossz', ok: 'Elmegy', good: 'Jó', amazing: 'Kiváló' },
}
