import type { LanguageWords } from '../language-words.ts'

export const sl: LanguageWords = {
  fillers:
    'prosim|prosim vas|lepo prosim|dober dan|živjo|zdravo|pozdravljeni|halo|hej|ok|okej|dobro|no|pa|in|ampak|a|že|zdaj|sedaj|takoj|samo|raje|res|nujno|oprostite|žal|na žalost|hvala|čim prej|kar|vseeno',
  patterns: {
    human: [
      '[hočem|želim] [govoriti] (s|z) (človekom|operaterjem) (ne z robotom|in ne z robotom|ne z botom|in ne z botom)',
      '[ali] [jaz] [želim|hočem|rad bi|rada bi|želel bi|želela bi|moram|lahko|bi lahko|bi rad|bi rada|se lahko|se bi] [se|si] [raje|prosim] (govoril|govorila|govoriti|govorim|pogovorim|pogovoriti|pogovoril|pogovorila|pogovarjam|pogovarjati|pogovarjal|pogovarjala|povežem|dopisujem|klepetam|kontaktiral) [se] (z|s) [pravim|pravo|živim|živo|resničnim|resnično|kakšnim|vašim] (človekom|osebo|operaterjem|operaterko|agentom|svetovalcem|zaposlenim|predstavnikom|nekom|nekom iz podpore|kom|kom iz podpore|podporo|podporo strankam|tehnično podporo|službo za stranke)',
      'kako [lahko|se lahko] (govorim|govoriti|se pogovorim|pogovorim|stopim v stik) (z|s) (operaterjem|človekom|podporo|vašo podporo)',
      '[rad bi|rada bi|želim|hočem] (z|s) [pravim|živim|živo|pravo] (človekom|osebo|operaterjem|nekom) (govoril|govorila|govoriti|se pogovoril|se pogovorila)',
      '[ali] [me] [lahko|bi lahko] [me] [prosim] (povežite|poveži|povežete|povežeš|povezali|preusmerite|preusmeri|preusmerite|prevežite|prevežete|vežite) [me] [prosim] (z|s|na|k) [pravim|živim|pravega|živo|pravo] (operaterjem|operaterja|operaterko|človekom|človeka|osebo|agentom|agenta|svetovalcem|podporo|nekom|sodelavcem)',
      '(želim|hočem|potrebujem|rabim|dajte mi|daj mi) [pravega|živega|pravo|živo] (človeka|osebo|operaterja|svetovalca)',
      '(operater|človek|živ človek|živa oseba|prava oseba|pravi človek|pogovor z operaterjem|klepet z operaterjem|klepet v živo)',
      '(je|ali je) [tam|tu|tukaj] [kakšen|kak|kakšna] (živ človek|pravi človek|živa oseba|operater) [s katerim lahko govorim]',
      '(nočem|ne želim) (govoriti|se pogovarjati|pogovarjati se|pisati) (z|s) (botom|robotom|strojem|računalnikom)',
    ],
    unhelpful: [
      '[ne] (to ni to|to ni tisto) [kar] [iščem|sem iskal|sem iskala|potrebujem|sem mislil|sem mislila]',
      '[to|ta odgovor|odgovor] [mi] [sploh|prav nič] [mi] (ni pomagalo|ni pomagal|ne pomaga|ni v pomoč|ni bilo v pomoč|ni koristno|ni bilo koristno) [mi]',
      '(to mi|mi to|mi) [žal|na žalost|sploh] (ni pomagalo|ne pomaga)',
      '(tega|to|po tem) (nisem vprašal|nisem vprašala|nisem spraševal|nisem spraševala|nisem mislil|nisem mislila|ni res|ni prav|ni pravilno|ni to kar iščem|ni to kar sem iskal|ni to kar sem iskala|ni odgovor na moje vprašanje|ne odgovori na moje vprašanje)',
      '(napačen odgovor|napačno|narobe|neuporabno|nekoristno|brez veze|ne razumete me|ne razumeš me|niste odgovorili na moje vprašanje|nisi odgovoril na moje vprašanje)',
      '[to] (še vedno|še zmeraj|še kar|vseeno) [mi] ne (dela|deluje|pomaga|gre)',
      '(to sem že|sem že) (poskusil|poskusila|probal|probala|naredil|naredila) [to]',
    ],
    thanks: [
      '[najlepša|lepa|iskrena|puno|res] (hvala|zahvaljujem se|hvala lepa) [vam|ti] [lepa|lepo] [za pomoč|za odgovor|za informacijo|za informacije]',
      '[to|zdaj|sedaj|vse] [mi] [je] (pomagalo|dela|deluje|uspelo|rešeno|jasno) [je] [zdaj|sedaj]',
      '[to je] [točno|ravno] (to sem iskal|to sem iskala|to kar sem iskal|to kar sem iskala|to sem potreboval|to sem potrebovala|to je to|to je vse)',
      '(super|odlično|krasno|čudovito|popolno|vrhunsko|rešeno|težava rešena|razumem|jasno|uspelo mi je|uspelo je)',
      '(nasvidenje|na svidenje|lep dan|lep dan želim|lep pozdrav|adijo|se vidimo)',
    ],
    no: [
      'ne (to je vse|to je to)',
      '(ne|ne hvala|ne še|še ne|niti ne|ravno ne|ne ravno|ni treba|ni potrebe|ne zdaj|raje ne|mislim da ne|sploh ne|nikakor|žal ne)',
    ],
    yes: [
      '(ja|da|ja prosim|seveda|ja seveda|vsekakor|jasno|lahko|velja|tako je|točno|točno tako|natanko|v redu|dobro|ok|okej|strinjam se|z veseljem|ja pomagalo je)',
    ],
    greeting: [
      '(dober dan|dobro jutro|dober večer|živjo|zdravo|pozdravljeni|pozdravljen|lep pozdrav|hej|oj|halo|čao|hojla|lepo pozdravljeni)',
      '(kako ste|kako si|je kdo tam|je kdo tu|je kdo tukaj|ste tam|ali je kdo tam|a je kdo tam)',
    ],
    vague: [
      '(imam|imel bi|imela bi) [za vas] [eno|še eno|kratko|majhno|en|manjšo] (vprašanje|težavo|problem|prošnjo|vprašanjce)',
      '(potrebujem|rabim|potreboval bi|potrebovala bi|prosim za) [vašo|malo|nekaj] (pomoč|pomoči|podporo)',
      '(pomoč|pomoc|pomagajte|pomagajte mi|na pomoč|pomagaj mi|vprašanje|težava|podpora|ne dela|ne deluje|nič ne dela|nekaj ne dela|to ne dela|to ne deluje|ne dela mi|ne gre)',
      '[ali] [mi] (lahko|bi lahko|bi) [mi] [prosim] (pomagate|pomagaš|pomagali|pomagal|pomagala|svetujete)',
      '[ali] [vas|te] (lahko) [vas|te] [nekaj|kaj] (vprašam) [nekaj]',
    ],
  },
  own: {
    mine: 'moj|moja|moje|mojega|moji|mojo|mojih|naš|naša|naše|našega|naših',
    asks: 'kje|kdaj|kaj|kakšen|kakšna|kakšno|kateri|katera|katero|stanje|status|prispe|prispelo|prispela|prispel|pride|bo prišlo|prispetje|dostava|dostave|dostavljeno|dostavljen|dostavljena|odposlano|odposlana|odposlan|poslano|poslana|sledenje|na poti|pripravljeno|pripravljena|predvidena|koliko|kako dolgo|povejte mi|povej mi|mi lahko poveste|mi lahko poveš|rad bi vedel|rada bi vedela|želim vedeti|je|ali|so',
    around:
      'bo|bodo|bil|bila|bilo|bili|to|ta|tista|on|ona|in|o|za|že|zdaj|trenutno|trenutni|trenutno stanje|zadnje|zadnji|zadnja|zadnjega|najnovejše|se|nahaja|naj bi',
  },
  phrases: {
    greeting: 'Dober dan! Kako vam lahko pomagam?',
    clarifyingQuestion: 'Mi lahko poveste malo več o tem, kaj vas zanima?',
    clarifyingChoice: 'Mi lahko poveste malo več? Gre za katero od teh tem: {topics}?',
    noAnswerWithOffer: 'Na to vprašanje ne najdem odgovora. Želite govoriti s sodelavcem iz podpore?',
    noAnswer: 'Na to vprašanje ne najdem odgovora.',
    askForDetail: 'Žal mi je. Kaj točno želite narediti?',
    offerHuman: 'Žal mi je, da vam ne morem pomagati. Želite govoriti s sodelavcem iz podpore?',
    handingOver: 'Predajam vas sodelavcu iz podpore, ki vam bo pomagal.',
    closing: 'Veseli me, da je pomagalo. Lep dan še naprej!',
    anythingElse: 'V redu. Vam lahko pomagam še s čim?',
    checkIn: 'Ste iskali to?',
    checkInWithOffer: 'Ste iskali to ali želite govoriti s sodelavcem iz podpore?',
    chooseOption: 'Prosimo, izberite eno od možnosti:',
    invalidValue: 'Tega odgovora ne razumem. Lahko poskusite še enkrat?',
  },
  ratings: { terrible: 'Grozno', bad: 'Slabo', ok: 'V redu', good: 'Dobro', amazing: 'Odlično' },
}
