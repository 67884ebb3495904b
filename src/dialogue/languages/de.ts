import type { LanguageWords } from '../language-words.ts'

export const de: LanguageWords = {
  fillers:
    'bitte|hallo|hi|hey|ok|okay|gut|also|mal|jetzt|gerne|doch|aber|und|danke|guten tag|entschuldigung|einfach|direkt|lieber|sofort|noch',
  patterns: {
    human: [
      '[kann ich|koennte ich|darf ich|ich will|ich mochte|ich wurde gerne|ich wurde|wie kann ich|ich muss] [bitte] mit (einem|einer|dem|der|einen|jemandem|ihrem|eurem) [echten|richtigen|menschlichen] [menschen|mensch|person|mitarbeiter|mitarbeiterin|berater|kollegen|kundendienst|support|kundenservice|support team|agenten] (sprechen|reden|chatten|schreiben)',
      '[kann ich|ich will|ich mochte|ich wurde gerne] mit (jemandem|support|dem support|dem kundenservice|dem kundendienst) (sprechen|reden|chatten|schreiben)',
      '(verbinde|verbinden sie|leite|leiten sie) mich [weiter] [bitte] (mit|an|zu) (einem|einer|dem|der|einen|jemandem|ihrem) [echten] [menschen|mitarbeiter|mitarbeiterin|person|support|kundenservice|kollegen] [weiter]',
      '[ich will|ich brauche|ich mochte|gib mir|geben sie mir] (einen|eine) [echten|echte|richtigen] (mensch|menschen|person|mitarbeiter|mitarbeiterin|ansprechpartner)',
      '(mensch|echter mensch|mitarbeiter|kundendienst|kundenservice|kundenbetreuer|live chat|ansprechpartner)',
      'ich (will|mochte) nicht mit (einem|dem) (bot|roboter|computer|maschine) (sprechen|reden|schreiben|chatten)',
    ],
    unhelpful: [
      '(das|es|dies) (hat|hilft|war|ist) [mir] [leider] (nicht|gar nicht|uberhaupt nicht) [wirklich] [weiter|geholfen|hilfreich|richtig|was ich meinte|was ich suche|was ich wissen wollte|weitergeholfen]',
      '(nicht hilfreich|falsch|falsche antwort|das ist falsch|das stimmt nicht|hilft nicht|hilft mir nicht|geht immer noch nicht|funktioniert immer noch nicht|nutzlos)',
      '(das|es) (geht|funktioniert) [immer noch|trotzdem|leider] nicht',
      'das habe ich (schon|bereits) (versucht|probiert|gemacht)',
    ],
    thanks: [
      '(danke|vielen dank|dankeschon|danke schon|danke sehr|besten dank|herzlichen dank|tausend dank|merci)',
      '(das|es) (hat geholfen|hat mir geholfen|hat funktioniert|funktioniert jetzt|funktioniert|geht jetzt|war hilfreich|war alles|war es|wars|hilft mir)',
      '(super|perfekt|klasse|prima|toll|wunderbar|erledigt|gelost|problem gelost|alles klar|passt|alles gut|verstanden|funktioniert jetzt)',
      '(tschuss|auf wiedersehen|schonen tag|schonen tag noch|ciao)',
    ],
    no: ['(nein|ne|nee|nicht wirklich|nein danke|leider nein|leider nicht|noch nicht|eher nicht|nicht notig)'],
    yes: [
      '(ja|jo|jep|klar|na klar|gerne|ja gerne|ja bitte|sicher|naturlich|genau|richtig|auf jeden fall|unbedingt|stimmt|bitte|ok|okay|in ordnung)',
    ],
    greeting: [
      '(hallo|hi|hey|servus|moin|gruss gott|gruezi|guten morgen|guten tag|guten abend|hallo zusammen|hallo da|tag|wie gehts|wie geht es dir|ist da jemand|jemand da)',
    ],
    vague: [
      '[ich brauche|ich benotige|ich brauche etwas|brauche] (hilfe|unterstutzung)',
      'ich hab[e] [da] [mal] (eine|ein|noch eine|noch ein) [kurze|kleine|kleines] (frage|problem)',
      'ich habe [da] [mal] (eine|ein|noch eine|noch ein) [kurze|kleine|kleines] (frage|problem)',
      '(kann|darf) ich [dich|sie] [kurz|mal] [etwas|was] fragen',
      '(es|das) (geht|funktioniert|klappt) nicht',
      '(frage|eine frage|problem|hilfe|funktioniert nicht|geht nicht|irgendwas stimmt nicht|konnen sie mir helfen|kannst du mir helfen)',
    ],
  },
  phrases: {
    greeting: 'Hallo! Wie kann ich Ihnen helfen?',
    clarifyingQuestion: 'Können Sie mir etwas genauer sagen, was Sie wissen möchten?',
    clarifyingChoice: 'Können Sie mir etwas mehr dazu sagen? Geht es um eines dieser Themen: {topics}?',
    noAnswerWithOffer: 'Dazu habe ich keine Antwort gefunden. Möchten Sie mit einem Menschen sprechen?',
    noAnswer: 'Dazu habe ich keine Antwort gefunden.',
    askForDetail: 'Das tut mir leid. Was genau möchten Sie tun?',
    offerHuman: 'Es tut mir leid, dass ich nicht helfen konnte. Möchten Sie mit einem Menschen sprechen?',
    handingOver: 'Ich gebe Sie an einen Menschen weiter, der helfen kann.',
    closing: 'Schön, dass ich helfen konnte. Einen schönen Tag noch!',
    anythingElse: 'In Ordnung. Kann ich sonst noch etwas für Sie tun?',
    checkIn: 'Haben Sie das gesucht?',
    checkInWithOffer: 'Haben Sie das gesucht, oder möchten Sie mit einem Menschen sprechen?',
    chooseOption: 'Bitte wählen Sie:',
    invalidValue: 'Das habe ich nicht verstanden. Können Sie es noch einmal versuchen?',
  },
  ratings: { terrible: 'Furchtbar', bad: 'Schlecht', ok: 'OK', good: 'Gut', amazing: 'Großartig' },
}
