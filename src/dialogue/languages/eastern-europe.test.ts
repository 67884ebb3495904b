import { expect, test } from 'vitest'
import { LANGUAGES } from '../languages.ts'
import { readIntent, type Intent } from '../read-intent.ts'

/** What people type, by what they mean. */
const MESSAGES: Readonly<Record<string, Readonly<Record<Intent, readonly string[]>>>> = {
  pl: {
    human: [
      'Chcę porozmawiać z człowiekiem!',
      'proszę mnie połączyć z konsultantem',
      'Czy mogę pogadać z kimś z obsługi klienta?',
      'poprosze zywego czlowieka',
      'konsultant',
    ],
    unhelpful: ['To mi niestety nie pomogło', 'nie o to pytałem...', 'dalej nie działa'],
    thanks: ['Dziękuję bardzo za pomoc!', 'dzieki, dziala 😊', 'Super, o to mi chodziło'],
    yes: ['Tak, poproszę', 'no jasne', 'No'],
    no: ['nie, dziękuję', 'Raczej nie'],
    greeting: ['Dzień dobry!', 'czesc', 'Hej, jest tam ktoś?'],
    vague: ['Mam pytanie', 'potrzebuje pomocy', 'Czy może mi Pani pomóc?'],
    question: [
      'Jak dodać konsultanta do mojego zespołu?',
      'Czy mogę porozmawiać z człowiekiem o fakturze przez czat wideo?',
      'Jak wyłączyć automatyczne podziękowania?',
      'pole tak/nie w formularzu',
      'Jak połączyć się z drukarką?',
      'Dlaczego obsługa klienta nie widzi mojego zgłoszenia?',
      'Eksport nie działa',
      'Jak mogę popisać z kimś z mojego zespołu?',
    ],
  },
  cs: {
    human: [
      'Chtěl bych mluvit s člověkem',
      'prosím přepojte mě na operátora',
      'muzu si popovidat s nekym z podpory?',
      'Živý člověk prosím!',
      'operator',
    ],
    unhelpful: ['Bohužel mi to nepomohlo.', 'na to jsem se neptal', 'porad to nefunguje'],
    thanks: ['Děkuji moc za pomoc', 'diky, uz to funguje :)', 'Skvělé, to je přesně ono'],
    yes: ['Ano, prosím', 'jasně'],
    no: ['ne, děkuji', 'Ani ne'],
    greeting: ['Dobrý den!', 'ahoj', 'Zdravím, je tam někdo?'],
    vague: ['Mám dotaz', 'potrebuju poradit', 'Můžete mi prosím pomoct?'],
    question: [
      'Jak přidám operátora do svého týmu?',
      'Může se mnou člověk z podpory mluvit anglicky?',
      'Jak upravit děkovnou stránku?',
      'pole ano/ne ve formuláři',
      'Jak přepojím hovor na kolegu?',
      'Kolik lidí může mít přístup k účtu?',
      'Tisk nefunguje',
      'Jak můžu chatovat s kolegou?',
    ],
  },
  sk: {
    human: [
      'Chcel by som hovoriť s človekom',
      'prosím prepojte ma na operátora',
      'mozem sa porozpravat s niekym z podpory?',
      'Živého človeka, prosím!',
      'operátor',
    ],
    unhelpful: ['Žiaľ, nepomohlo mi to.', 'na to som sa nepýtal', 'stale to nefunguje'],
    thanks: ['Ďakujem veľmi pekne', 'dakujem, uz to funguje :)', 'Super, presne to som hľadala'],
    yes: ['Áno, prosím', 'jasné'],
    no: ['nie, ďakujem', 'Ani nie'],
    greeting: ['Dobrý deň!', 'ahoj', 'Zdravím, je tam niekto?'],
    vague: ['Mám otázku', 'potrebujem poradit', 'Môžete mi prosím pomôcť?'],
    question: [
      'Ako pridám operátora do svojho tímu?',
      'Môže so mnou človek z podpory hovoriť po anglicky?',
      'Ako upraviť ďakovnú stránku?',
      'pole áno/nie vo formulári',
      'Ako prepojím hovor na kolegu?',
      'Koľko ľudí môže mať prístup k účtu?',
      'Tlač nefunguje',
      'Ako môžem chatovať s kolegom?',
    ],
  },
  ru: {
    human: [
      'Соедините меня, пожалуйста, с оператором',
      'хочу поговорить с живым человеком!!!',
      'Можно пообщаться с кем-нибудь из поддержки?',
      'как связаться с оператором',
      'позовите человека',
      'ОПЕРАТОР',
    ],
    unhelpful: ['Это мне не помогло', 'я не об этом спрашивал', 'все равно не работает'],
    thanks: ['Большое спасибо за помощь!', 'Спасибо, всё заработало 👍', 'отлично, это то что нужно'],
    yes: ['Да, конечно', 'ага'],
    no: ['нет, спасибо', 'Пока нет'],
    greeting: ['Здравствуйте!', 'привет', 'Добрый день, есть кто-нибудь?'],
    vague: ['У меня вопрос', 'нужна помощь', 'Вы не могли бы мне помочь?'],
    question: [
      'Как добавить оператора в мою команду?',
      'не хочу говорить с оператором',
      'Можно ли поговорить с человеком по видеосвязи?',
      'Как настроить автоответ «спасибо за обращение»?',
      'поле да/нет в форме',
      'Как соединиться с базой данных?',
      'Сколько человек может работать в одном аккаунте?',
      'Экспорт не работает',
      'Как пообщаться с кем-нибудь из моей команды?',
    ],
  },
  uk: {
    human: [
      "З'єднайте мене, будь ласка, з оператором",
      'хочу поговорити з живою людиною!',
      'Чи можу я поспілкуватися з кимось із підтримки?',
      'покличте людину',
      'оператор',
    ],
    unhelpful: ['На жаль, це мені не допомогло', 'я не про це питав', 'все одно не працює'],
    thanks: ['Щиро дякую за допомогу!', 'Дякую, все запрацювало 👍', 'чудово, це те що треба'],
    yes: ['Так, звичайно', 'ага'],
    no: ['ні, дякую', 'Поки що ні'],
    greeting: ['Добрий день!', 'привіт', 'Вітаю, є хто-небудь?'],
    vague: ['У мене питання', 'потрібна допомога', 'Ви не могли б мені допомогти?'],
    question: [
      'Як додати оператора до моєї команди?',
      'Чи можна поговорити з людиною через відеозвʼязок?',
      'Як налаштувати лист із подякою?',
      'поле так/ні у формі',
      "Як з'єднатися з базою даних?",
      'Скільки людей може працювати в одному акаунті?',
      'Експорт не працює',
      'Як поспілкуватися з кимось із колег?',
    ],
  },
  bg: {
    human: [
      'Искам да говоря с човек',
      'моля свържете ме с оператор',
      'Може ли да си пиша с някой от поддръжката?',
      'искам жив човек!',
      'оператор',
    ],
    unhelpful: ['За съжаление не ми помогна', 'не това питах', 'пак не работи'],
    thanks: ['Благодаря много за помощта!', 'мерси, вече работи 🙂', 'Супер, точно това търсех'],
    yes: ['Да, моля', 'разбира се'],
    no: ['не, благодаря', 'По-скоро не'],
    greeting: ['Добър ден!', 'здравейте', 'Здрасти, има ли някой?'],
    vague: ['Имам въпрос', 'трябва ми помощ', 'Можете ли да ми помогнете?'],
    question: [
      'Как да добавя оператор към екипа си?',
      'Може ли човек от поддръжката да говори с мен на английски?',
      'Как да сменя съобщението с благодарност?',
      'поле да/не във формуляра',
      'Как да се свържа с базата данни?',
      'Колко души могат да ползват един акаунт?',
      'Експортът не работи',
      'Как мога да пиша на някой колега?',
    ],
  },
  hr: {
    human: [
      'Želim razgovarati s čovjekom',
      'molim vas spojite me s operaterom',
      'Mogu li pričati s nekim iz podrške?',
      'zelim pravu osobu!!',
      'operater',
    ],
    unhelpful: ['Nažalost, to mi nije pomoglo', 'nisam to pitao', 'jos uvijek ne radi'],
    thanks: ['Puno hvala na pomoći!', 'hvala, sad radi 🙂', 'Odlično, to je to'],
    yes: ['Da, molim', 'naravno'],
    no: ['ne, hvala', 'Ne baš'],
    greeting: ['Dobar dan!', 'bok', 'Pozdrav, ima li koga?'],
    vague: ['Imam pitanje', 'treba mi pomoc', 'Možete li mi pomoći?'],
    question: [
      'Kako dodati operatera u svoj tim?',
      'Može li osoba iz podrške razgovarati sa mnom na engleskom?',
      'Kako promijeniti poruku zahvale?',
      'polje da/ne u obrascu',
      'Kako se spojiti s bazom podataka?',
      'Koliko ljudi može koristiti jedan račun?',
      'Izvoz ne radi',
      'Kako mogu razgovarati s nekim iz tima?',
    ],
  },
  sr: {
    human: [
      'Желим да разговарам са човеком',
      'молим вас повежите ме са оператером',
      'Могу ли да причам са неким из подршке?',
      'zelim da pricam sa zivom osobom!',
      'Može li neko da me poveže sa operaterom?',
    ],
    unhelpful: ['Нажалост, то ми није помогло', 'нисам то питао', 'i dalje ne radi'],
    thanks: ['Пуно хвала на помоћи!', 'хвала, сад ради 🙂', 'Odlično, to sam tražila'],
    yes: ['Да, молим', 'наравно', 'važi'],
    no: ['не, хвала', 'Не баш', 'ne treba'],
    greeting: ['Добар дан!', 'здраво', 'Ćao, ima li koga?'],
    vague: ['Имам питање', 'треба ми помоћ', 'Možete li da mi pomognete?'],
    question: [
      'Како да додам оператера у свој тим?',
      'Може ли особа из подршке да разговара са мном на енглеском?',
      'Како да променим поруку захвалности?',
      'поље да/не у обрасцу',
      'Kako da se povežem sa bazom podataka?',
      'Колико људи може да користи један налог?',
      'Извоз не ради',
      'Како да се дописујем са неким?',
    ],
  },
  sl: {
    human: [
      'Rad bi govoril s človekom',
      'prosim povežite me z operaterjem',
      'Ali se lahko pogovorim z nekom iz podpore?',
      'zelim govoriti z zivo osebo!',
      'operater',
    ],
    unhelpful: ['To mi žal ni pomagalo', 'tega nisem vprašal', 'se vedno ne dela'],
    thanks: ['Najlepša hvala za pomoč!', 'hvala, zdaj dela 🙂', 'Super, točno to sem iskala'],
    yes: ['Ja, prosim', 'seveda'],
    no: ['ne, hvala', 'Ne še'],
    greeting: ['Dober dan!', 'živjo', 'Zdravo, je kdo tam?'],
    vague: ['Imam vprašanje', 'potrebujem pomoc', 'Mi lahko pomagate?'],
    question: [
      'Kako dodam operaterja v svojo ekipo?',
      'Ali lahko človek iz podpore govori z mano v angleščini?',
      'Kako spremenim zahvalno sporočilo?',
      'polje da/ne v obrazcu',
      'Kako se povežem s podatkovno bazo?',
      'Koliko ljudi lahko uporablja en račun?',
      'Izvoz ne dela',
      'Kako lahko klepetam s sodelavcem?',
    ],
  },
  hu: {
    human: [
      'Szeretnék egy emberrel beszélni',
      'kérem kapcsolja az ügyfélszolgálatot',
      'Beszélhetnék egy élő ügyintézővel?',
      'elo embert kerek!',
      'ügyintéző',
    ],
    unhelpful: ['Ez sajnos nem segített', 'nem ezt kérdeztem', 'meg mindig nem mukodik'],
    thanks: ['Nagyon szépen köszönöm a segítséget!', 'koszi, mar mukodik :)', 'Szuper, pont ezt kerestem'],
    yes: ['Igen, kérem', 'persze'],
    no: ['nem, köszönöm', 'Nem igazán'],
    greeting: ['Jó napot kívánok!', 'szia', 'Üdvözlöm, van itt valaki?'],
    vague: ['Lenne egy kérdésem', 'segitsegre van szuksegem', 'Tudna segíteni?'],
    question: [
      'Hogyan adhatok ügyintézőt a csapatomhoz?',
      'Hány ember beszélhet egyszerre a hívásban?',
      'Hogyan módosítom a köszönő üzenetet?',
      'igen/nem mező az űrlapon',
      'Hogyan kapcsolódhatok az adatbázishoz?',
      'Mikor elérhető az ügyfélszolgálat?',
      'Az exportálás nem működik',
      'Hogyan csetelhetek egy kollégával?',
    ],
  },
  el: {
    human: [
      'Θέλω να μιλήσω με άνθρωπο',
      'παρακαλώ συνδέστε με με έναν εκπρόσωπο',
      'Μπορώ να μιλήσω με κάποιον από την υποστήριξη;',
      'ΘΕΛΩ ΠΡΑΓΜΑΤΙΚΟ ΑΝΘΡΩΠΟ',
      'εκπρόσωπος',
    ],
    unhelpful: ['Δυστυχώς αυτό δεν με βοήθησε', 'δεν ρωτησα αυτο', 'ακόμα δεν δουλεύει'],
    thanks: ['Σας ευχαριστώ πολύ για τη βοήθεια!', 'ευχαριστω, δουλεψε 🙂', 'Τέλεια, αυτό ακριβώς έψαχνα'],
    yes: ['Ναι, παρακαλώ', 'βεβαίως'],
    no: ['όχι, ευχαριστώ', 'Όχι ακόμα'],
    greeting: ['Καλημέρα σας!', 'γεια', 'Γεια σας, είναι κανείς εκεί;'],
    vague: ['Έχω μια ερώτηση', 'χρειαζομαι βοηθεια', 'Μπορείτε να με βοηθήσετε;'],
    question: [
      'Πώς προσθέτω έναν εκπρόσωπο στην ομάδα μου;',
      'Μπορεί ένας άνθρωπος να μιλήσει μαζί μου στα αγγλικά;',
      'Πώς αλλάζω το μήνυμα ευχαριστίας;',
      'πεδίο ναι/όχι στη φόρμα',
      'Πώς συνδέομαι με τη βάση δεδομένων;',
      'Πόσοι άνθρωποι μπορούν να χρησιμοποιούν έναν λογαριασμό;',
      'Η εξαγωγή δεν λειτουργεί',
      'Πώς μπορώ να γράψω σε κάποιον;',
    ],
  },
  tr: {
    human: [
      'Bir insanla konuşmak istiyorum',
      'lütfen beni bir temsilciye bağlayın',
      'Destek ekibinden biriyle görüşebilir miyim?',
      'gercek bir kisiyle gorusmek istiyorum',
      'MÜŞTERİ TEMSİLCİSİ',
    ],
    unhelpful: ['Maalesef bu işime yaramadı', 'bunu sormadım', 'hala calismiyor', 'HALA ÇALIŞMIYOR'],
    thanks: ['Yardımınız için çok teşekkür ederim!', 'saolun, simdi calisti 🙂', 'Harika, tam aradığım şey'],
    yes: ['Evet, lütfen', 'tabii ki'],
    no: ['hayır, teşekkürler', 'Pek değil'],
    greeting: ['Merhaba!', 'selam', 'İyi günler, kimse var mı?'],
    vague: ['Bir sorum var', 'yardima ihtiyacim var', 'Bana yardımcı olabilir misiniz?'],
    question: [
      'Ekibime nasıl temsilci eklerim?',
      'Bir kişi birden fazla temsilciyle görüşebilir mi?',
      'Teşekkür mesajını nasıl değiştiririm?',
      'formda evet/hayır alanı',
      'Veritabanına nasıl bağlanırım?',
      'Bir hesabı kaç kişi kullanabilir?',
      'Dışa aktarma çalışmıyor',
      'Biriyle nasıl yazışabilirim?',
    ],
  },
}

const cases = Object.entries(MESSAGES).flatMap(([language, intents]) =>
  Object.entries(intents).map(([intent, messages]) => [language, intent, messages] as const),
)

test.each(cases)('%s: %s', (language, intent, messages) => {
  const read = messages.map((message) => [message, readIntent(message, language)])
  expect(read).toEqual(messages.map((message) => [message, intent]))
})

test.each(Object.keys(MESSAGES))('%s: every placeholder is one that is filled', (language) => {
  const phrases = Object.entries(LANGUAGES[language]?.phrases ?? {})
  expect(phrases.filter(([, text]) => text.includes('{')).map(([name]) => name)).toEqual(['clarifyingChoice'])
  expect(LANGUAGES[language]?.phrases.clarifyingChoice.match(/\{.*?\}/g)).toEqual(['{topics}'])
})

/** Letters of another alphabet that look right on the screen, in a pattern that never matches. */
const MIXED =
  /\p{Script=Latin}[^\s|()[\]]*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][^\s|()[\]]*\p{Script=Latin}/u

test.each(Object.keys(MESSAGES))('%s: no word mixes alphabets', (language) => {
  expect(
    JSON.stringify(LANGUAGES[language])
      .split(/[\s"]+/)
      .filter((word) => MIXED.test(word)),
  ).toEqual([])
})
