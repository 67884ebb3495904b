import type { LanguageWords } from '../language-words.ts'

export const pl: LanguageWords = {
  fillers:
    'proszę|prosze|poproszę|dzień dobry|cześć|hej|halo|witam|ok|okej|no|to|dobra|dobrze|a|i|ale|więc|jednak|już|teraz|tylko|po prostu|bardzo|naprawdę|niestety|przepraszam|dziękuję|dzięki|pani|pana|panu|jak najszybciej|natychmiast|od razu',
  patterns: {
    human: [
      '[czy] [mogę|moge|można|chcę|chciałbym|chciałabym] (prosić o|poprosić o|proszę o|poproszę o|prosze o|o) (kontakt|rozmowę|połączenie) z [żywym] (człowiekiem|konsultantem|pracownikiem|kimś z obsługi)',
      '(wolę|wole|chcę|chce) [rozmawiać|porozmawiać|pogadać] z (człowiekiem|konsultantem) (niż z botem|a nie z botem|nie z botem|a nie z robotem|niż z robotem)',
      '[czy] [ja] [chcę|chce|chciałbym|chciałabym|wolę|wole|wolałbym|wolałabym|muszę|mogę|moge|mógłbym|mogłabym|można|da się] [proszę|może|teraz] (porozmawiać|rozmawiać|pogadać|mówić|popisać|skontaktować się) (z) [jakimś|jakąś|żywym|prawdziwym|prawdziwą|żywą|waszym] (człowiekiem|konsultantem|konsultantką|osobą|pracownikiem|doradcą|operatorem|agentem|kimś|kimś z obsługi|kimś z obsługi klienta|kimś z pomocy technicznej|kimś z supportu|obsługą klienta|biurem obsługi|biurem obsługi klienta|supportem|działem obsługi klienta)',
      'jak [mogę|można|moge] (porozmawiać|skontaktować się|połączyć się) z [żywym] (człowiekiem|konsultantem|obsługą klienta|biurem obsługi klienta)',
      '[czy] [chcę|chce|chciałbym|chciałabym|wolę] z [żywym|prawdziwym|prawdziwą|żywą] (człowiekiem|konsultantem|konsultantką|pracownikiem|osobą) (porozmawiać|rozmawiać|pogadać)',
      '[czy] [możesz|może|mógłbyś|mogłabyś|mógłby|mogłaby] [pan|pani] [proszę|prosze] [mnie|o] (połączyć|przełączyć|połącz|przełącz|skontaktować|połączenie|przełączenie) [mnie] (z|do) [żywym|prawdziwym|jakimś|prawdziwą] (człowiekiem|człowieka|konsultantem|konsultanta|konsultantką|osobą|pracownikiem|pracownika|doradcą|operatorem|operatora|kimś|obsługą klienta|obsługi klienta|biurem obsługi klienta)',
      '[chcę|chce|potrzebuję|potrzebuje|dawaj|dajcie|daj] [mi] (żywego człowieka|prawdziwego człowieka|człowieka|konsultanta|konsultantkę)',
      '(człowiek|żywy człowiek|konsultant|konsultantka|kontakt z konsultantem|rozmowa z konsultantem|połączenie z konsultantem|czat na żywo|czat z konsultantem)',
      '[czy] jest [tam|tu] [jakiś|jakaś|ktoś] (żywy człowiek|człowiek|konsultant|żywy) [z kim mogę porozmawiać|z którym mogę porozmawiać]',
      'nie (chcę|chce) (rozmawiać|gadać|pisać) z (botem|robotem|maszyną|automatem)',
    ],
    unhelpful: [
      '[nie] [to|tamto] nie (jest to|to|jest) (czego szukam|co chciałem wiedzieć|co chciałam wiedzieć|o co pytałem|o co pytałam|czego szukałem|czego szukałam|czego potrzebuję)',
      '(nie to nie to|to nie to)',
      'nic [mi] [to] nie (pomogło|dało)',
      '(to|ta odpowiedź|odpowiedź) [mi|ci] [wcale|zupełnie|w ogóle|niestety] nie (pomogło|pomogła|pomaga|jest pomocne|było pomocne|jest pomocna) [mi]',
      '(nie pomogło|nie pomogła|nie pomaga|niepomocne|nic nie pomogło|nic to nie dało|bez sensu|bezużyteczne)',
      'nie (o to|to) [mi] (pytałem|pytałam|pytam|chodzi|chodziło)',
      '(to|ta odpowiedź|odpowiedź) (jest|była) (błędna|nieprawda|zła|nieprawidłowa|nie na temat)',
      '(zła odpowiedź|błędna odpowiedź|źle|to nie to|nie na temat)',
      '[to] (dalej|nadal|wciąż|ciągle) [to] nie (działa|pomaga|pomogło)',
      '(nie rozumiesz|nie odpowiedziałeś na moje pytanie|to nie odpowiada na moje pytanie|to nie jest odpowiedź na moje pytanie)',
      '[to|tego] już (próbowałem|próbowałam|robiłem|robiłam|sprawdzałem|sprawdzałam) [tego|to]',
    ],
    thanks: [
      '[bardzo|serdecznie|wielkie|ślicznie|pięknie] (dziękuję|dziekuje|dzięki|dzieki|dzięks|dziękówka) [bardzo|serdecznie|ci|pani|panu|wielkie] [za pomoc|za odpowiedź|za informację|za wyjaśnienie]',
      '(to|teraz|już|wszystko) (pomogło|działa|zadziałało|jasne) [już|teraz]',
      '[to jest] [dokładnie] (o to mi chodziło|o to chodziło|tego szukałem|tego szukałam|tego potrzebowałem|tego potrzebowałam)',
      '(pomogło|działa|zadziałało|udało się|super|świetnie|wspaniale|idealnie|rewelacja|ekstra|rozwiązane|problem rozwiązany|załatwione|wszystko jasne|rozumiem|to wszystko)',
      '(do widzenia|miłego dnia|na razie|pa)',
    ],
    no: [
      'nie (to wszystko|to już wszystko)',
      '(nie|nie dziękuję|nie dzięki|raczej nie|chyba nie|jeszcze nie|niezupełnie|nie bardzo|nie trzeba|nie teraz|niekoniecznie|absolutnie nie)',
    ],
    yes: [
      '(tak|no|tak jest|jasne|pewnie|oczywiście|owszem|zgadza się|dokładnie|chętnie|zgoda|okej|ok|dobra|dobrze|poproszę|tak poproszę|jak najbardziej|tak pomogło)',
    ],
    greeting: [
      '(dzień dobry|dobry wieczór|dobry|cześć|czesc|hej|hejka|siema|witam|witaj|halo|siemanko)',
      '(co słychać|jak się masz|jak leci|jest tam ktoś|jest tu ktoś|jest ktoś)',
    ],
    vague: [
      '[mam] [do państwa|do pani|do pana|do was] (pytanie|pytanko|problem|kłopot|sprawę|prośbę|jedno pytanie|małe pytanie|krótkie pytanie|jeszcze jedno pytanie)',
      '(potrzebuję|potrzebuje|potrzebna|proszę o|prosze o|chcę) [mi|jest] (pomocy|pomoc|wsparcia)',
      '(pomocy|pomoc|pomóżcie|pomóż mi|wsparcie|nie działa|to nie działa|coś nie działa|nie wiem co robić)',
      '[czy] (możesz|może|mógłbyś|mogłabyś|mógłby|mogłaby|możecie) [mi] [pan|pani|państwo|ktoś] [mi] (pomóc|doradzić)',
      '[czy] (mogę|moge|mógłbym|mogłabym) (o coś|coś) (zapytać|spytać)',
    ],
  },
  own: {
    mine: 'mój|moja|moje|moi|mojego|mojej|moich|mojemu|moim|moją|nasz|nasza|nasze|naszego|naszej|naszych',
    asks: 'gdzie|kiedy|co|jaki|jaka|jakie|który|która|które|status|stan|przyjdzie|przyjdą|dotrze|dotrą|dotarło|dotarła|dotarł|dojdzie|przyjście|dostawa|dostawy|dostarczone|dostarczona|dostarczony|wysłane|wysłana|wysłany|wysłano|wysyłka|śledzenie|w drodze|gotowe|gotowa|gotowy|przewidywana|ile|jak długo|powiedz|proszę powiedzieć|czy możesz mi powiedzieć|czy może mi pan powiedzieć|czy możecie mi powiedzieć|chcę wiedzieć|chciałbym wiedzieć|chciałabym wiedzieć|pokaż mi|czy|jest|są',
    around:
      'był|była|było|były|będzie|będą|został|została|zostało|zostanie|zostaną|to|ten|ta|te|tego|tej|on|ona|ono|ich|jego|jej|i|lub|o|dla|już|teraz|obecnie|aktualny|aktualna|ostatnie|ostatni|ostatnia|ostatniego|ostatniej|najnowsze|się|znajduje|ma',
  },
  phrases: {
    greeting: 'Dzień dobry! W czym mogę pomóc?',
    clarifyingQuestion: 'Czy można prosić o więcej szczegółów? Czego dokładnie dotyczy pytanie?',
    clarifyingChoice: 'Czy można prosić o więcej szczegółów? Czy chodzi o jeden z tych tematów: {topics}?',
    noAnswerWithOffer: 'Nie udało mi się znaleźć odpowiedzi na to pytanie. Czy połączyć z konsultantem?',
    noAnswer: 'Nie udało mi się znaleźć odpowiedzi na to pytanie.',
    askForDetail: 'Przepraszam. Co dokładnie próbują Państwo zrobić?',
    offerHuman: 'Przepraszam, że nie udało mi się pomóc. Czy połączyć z konsultantem?',
    handingOver: 'Przekazuję rozmowę konsultantowi, który pomoże w tej sprawie.',
    closing: 'Cieszę się, że udało się pomóc. Miłego dnia!',
    anythingElse: 'W porządku. Czy mogę jeszcze w czymś pomóc?',
    checkIn: 'Czy o to chodziło?',
    checkInWithOffer: 'Czy o to chodziło, czy może połączyć z konsultantem?',
    chooseOption: 'Proszę wybrać jedną z opcji:',
    invalidValue: 'Nie udało mi się tego zrozumieć. Czy można prosić o ponowną odpowiedź?',
  },
  ratings: { terrible: 'Fatalnie', bad: 'Źle', ok: 'W porządku', good: 'Dobrze', amazing: 'Rewelacyjnie' },
}
