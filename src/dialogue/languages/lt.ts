import type { LanguageWords } from '../language-words.ts'

export const lt: LanguageWords = {
  fillers:
    'prašau|prašyčiau|labas|labas rytas|labas vakaras|laba diena|sveiki|sveikas|sveika|ačiū|dėkui|dėkoju|labai ačiū|iš anksto ačiū|gerai|ok|okei|na|nu|tai|tada|bet|ir|dabar|iškart|iš karto|tiesiog|tik|geriau|tiesiogiai|atsiprašau|atleiskite|iš tikrųjų|tikrai|jau|dar|super|deja|visgi',
  patterns: {
    human: [
      '[taip|ne] [ar|kaip] [aš] [galiu|galėčiau|noriu|norėčiau|norėčiau aš|man reikia|privalau|pageidauju|pageidaučiau|galima|būtų galima|leiskite|geriau norėčiau] [aš|prašau|geriau] (kalbėti|pakalbėti|kalbėtis|pasikalbėti|pabendrauti|bendrauti|susisiekti|susirašyti|šnekėti|pašnekėti|pasišnekėti) su [tikru|gyvu|realiu|kokiu nors|jūsų] (žmogumi|asmeniu|operatoriumi|konsultantu|konsultante|darbuotoju|specialistu|agentu|vadybininku|kuo nors|klientų aptarnavimu|klientų aptarnavimo specialistu|klientų aptarnavimo skyriumi|pagalbos komanda|pagalbos specialistu|kuo nors iš jūsų)',
      '[taip|ne] [ar] [galite|galėtumėte|galėtumėt|gali|galėtum|prašau|prašyčiau] (sujunkite|sujungti|sujunk|perjunkite|perjungti|perjunk|nukreipkite|nukreipti|nukreipk) [prašau] (mane) [prašau] (su|pas|į|pas kokį nors) [tikru|gyvu|tikrą|gyvą] (žmogumi|žmogų|operatoriumi|operatorių|konsultantu|konsultantą|darbuotoju|darbuotoją|specialistu|specialistą|klientų aptarnavimu|klientų aptarnavimo specialistu|kuo nors|ką nors)',
      '[taip|ne] [aš] (noriu|norėčiau|man reikia|duokite|reikia) [tikro|gyvo|tikrą|gyvą] (žmogaus|operatoriaus|konsultanto|operatorių|žmogų|konsultantą)',
      '(žmogus|tikras žmogus|gyvas žmogus|operatorius|operatorių|konsultantas|klientų aptarnavimas|kalbėti su žmogumi|kalbėti su operatoriumi|kalbėti su konsultantu)',
      '(ar yra|ar ten yra|ar čia yra) (kas nors|žmogus|kas) su kuo (galėčiau|galiu|būtų galima|galima) (pakalbėti|kalbėti|pasikalbėti|kalbėtis|pabendrauti)',
      '[aš] (nenoriu|nenorėčiau) (kalbėti|kalbėtis|bendrauti|susirašinėti|šnekėti) su (robotu|šiuo robotu|botu|pokalbių robotu|mašina|kompiuteriu|dirbtiniu intelektu)',
    ],
    unhelpful: [
      '[ne] (tai|atsakymas|šis atsakymas) [man] (nepadėjo|nepadeda|netinka|nepadėjo man|yra neteisingas|neteisingas|nėra teisingas|nėra teisinga|nenaudinga|nebuvo naudinga|neišsprendžia mano problemos) [visai|visiškai|man|deja]',
      '[ne] [tai|jūs|atsakymas|šis atsakymas] (neatsako|neatsakė|neatsakėte|neatsakei) į (mano klausimą|klausimą)',
      '[ne] [jūs|tu] (nesupratote|nesuprantate|nesupratai) [manęs|mano klausimo|klausimo|mane]',
      '[ne] (tai ne|tai nėra|ne|tai buvo ne) (tai ko|tai ką|to|ko|mano) (ieškojau|ieškau|klausiau|norėjau|norėjau sužinoti|turėjau omenyje|man reikia|klausimas|prašiau)',
      '[ne] [tai] (vis tiek neveikia|vistiek neveikia|vis dar neveikia|neveikia vis tiek|neveikia vis dar|tebeneveikia|vis tiek nepadeda)',
      '(jau|tai) [aš] [jau|tai] (bandžiau|dariau|padariau|išbandžiau|mėginau) [tai]',
      '(neteisingai|neteisingas atsakymas|blogas atsakymas|klaidingas atsakymas|nepadėjo|nepadeda|nenaudinga|jokios naudos|tai netiesa)',
    ],
    thanks: [
      '[labai|didelis|nuoširdžiai] (ačiū|aciu|ačiūū|dėkui|dėkoju|dėkinga|dėkingas|ačiū labai|ačiū jums|ačiū tau|dėkoju jums) [labai] [už] [pagalbą|atsakymą|greitą atsakymą|informaciją|jūsų pagalbą|viską]',
      '[dabar|tai|viskas] (veikia|suveikė|padėjo|man padėjo|pavyko|gavosi|susitvarkė|išsisprendė) [dabar|puikiai|vėl]',
      '(puiku|puikiai|nuostabu|tobula|tobulai|šaunu|fantastiška|išspręsta|problema išspręsta|supratau|aišku supratau|viskas aišku|viskas gerai|viskas tvarkoje|būtent to ieškojau|kaip tik to ieškojau)',
      '(tai viskas|viskas|tai ir viskas|tiek|daugiau nieko)',
      '(viso gero|viso labo|iki|iki pasimatymo|sudie|geros dienos|gražios dienos|gero vakaro|gero savaitgalio)',
    ],
    no: [
      '(ne|nea|ne ne|ne ačiū|dar ne|ne dar ne|nelabai|ne visai|ne nelabai|nemanau|manau kad ne|kol kas ne|šiuo metu ne|ne dabar|dabar ne|nereikia|nebūtina|nėra reikalo|visai ne|tikrai ne|deja ne|nenoriu)',
    ],
    yes: [
      '(taip|taip taip|jo|aha|taip prašau|žinoma|taip žinoma|be abejo|be abejonės|aišku|taip aišku|mielai|taip mielai|gerai|taip gerai|tikrai taip|teisingai|būtent|tiksliai|sutinku|tinka|ok|okei|norėčiau|taip norėčiau|noriu|taip noriu|būtų gerai|tai būtų puiku|būtų puiku|taip būtent|taip tai tas|taip radau|galima)',
    ],
    greeting: [
      '(labas|labutis|sveiki|sveikas|sveika|laba diena|laba|labas rytas|labas vakaras|labą dieną|hei|hello|sveikučiai|labas visiems|sveiki visi|čiau)',
      '(kaip sekasi|kaip laikotės|kaip laikaisi|kaip gyveni|ar yra kas nors|ar kas nors yra|ar čia kas nors yra|yra kas nors|ar ten kas nors yra|ar jūs čia)',
    ],
    vague: [
      '[aš] (turiu|turėčiau|turėjau|iškilo|kilo) [vieną|kitą|mažą|dar vieną|kelis|trumpą|porą] (klausimą|klausimėlį|problemą|klausimų|bėdą|klausimas|problema)',
      '[ar] [jūs|tu|kas nors] (galite|galėtumėte|galėtumėt|gali|galėtum|galėtų) [man|mums] [prašau] (padėti|pagelbėti) [man]',
      '[man|mums] (reikia|reikėtų|reikalinga|prireikė) [jūsų|tavo|šiek tiek] (pagalbos|pagalba)',
      '(ar|aš) [aš] (galiu|galėčiau|norėčiau|noriu) [jūsų|tavęs] [ko nors|kai ko] (paklausti|užduoti klausimą|pasiteirauti) [jūsų]',
      '[tai|kažkas|niekas] neveikia',
      '(padėkite|padėk|pagalba|pagalbos|gelbėkit|klausimas|problema|kažkas negerai|kažkas ne taip|įstrigau|nesuprantu)',
    ],
  },
  own: {
    mine: 'mano|mūsų|savo',
    asks: 'kur|kada|kas|koks|kokia|kokie|kokios|būsena|būklė|statusas|atvyks|atvyksta|atkeliaus|ateis|pristatymas|pristatymo|pristatytas|pristatyta|pristatys|išsiųstas|išsiųsta|siunta|sekimas|pakeliui|paruoštas|paruošta|numatoma|kiek|kiek laiko|pasakykite|pasakyk|ar galite pasakyti|noriu žinoti|norėčiau sužinoti|ar|yra',
    around:
      'buvo|bus|jis|ji|jie|jos|jo|tai|šis|ši|šie|šios|ir|jau|dabar|šiuo metu|paskutinis|paskutinė|paskutinio|naujausias|naujausia|dabartinė',
  },
  phrases: {
    greeting: 'Laba diena! Kuo galiu jums padėti?',
    clarifyingQuestion: 'Ar galėtumėte šiek tiek patikslinti, ką norėtumėte sužinoti?',
    clarifyingChoice: 'Ar galėtumėte šiek tiek patikslinti? Ar jūsų klausimas susijęs su viena iš šių temų: {topics}?',
    noAnswerWithOffer: 'Neradau atsakymo į jūsų klausimą. Ar norėtumėte pasikalbėti su konsultantu?',
    noAnswer: 'Neradau atsakymo į jūsų klausimą.',
    askForDetail: 'Apgailestauju. Ką tiksliai norėtumėte padaryti?',
    offerHuman: 'Apgailestauju, kad negalėjau padėti. Ar norėtumėte pasikalbėti su konsultantu?',
    handingOver: 'Nukreipsiu jus pas konsultantą, kuris galės padėti.',
    closing: 'Malonu, kad galėjau padėti. Geros dienos!',
    anythingElse: 'Gerai. Ar galiu dar kuo nors padėti?',
    checkIn: 'Ar tai yra tai, ko ieškojote?',
    checkInWithOffer: 'Ar tai yra tai, ko ieškojote, ar norėtumėte pasikalbėti su konsultantu?',
    chooseOption: 'Pasirinkite vieną iš variantų:',
    invalidValue: 'Nesupratau jūsų atsakymo. Ar galėtumėte pabandyti dar kartą?',
  },
  ratings: { terrible: 'Labai blogai', bad: 'Blogai', ok: 'Vidutiniškai', good: 'Gerai', amazing: 'Puikiai' },
}
