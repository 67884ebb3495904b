import type { LanguageWords } from '../language-words.ts'

export const de: LanguageWords = {
  fillers:
    'bitte|hallo|hi|hey|ok|okay|gut|also|mal|jetzt|gerne|doch|aber|und|danke|guten tag|entschuldigung|einfach|direkt|lieber|sofort|noch|oh|leider|super|schon|bitte schön|mfg',
  patterns: {
    human: [
      '[ja|nein] [kann ich|könnte ich|koennte ich|darf ich|ich will|ich möchte|ich moechte|ich würde|ich wuerde|ich muss|will|möchte|wie kann ich] [bitte|gern|gerne|lieber|jetzt|nur|endlich] mit (einem|einer|dem|der|einen|jemandem|ihrem|eurem) [echten|richtigen|menschlichen] [menschen|mensch|person|mitarbeiter|mitarbeiterin|berater|beraterin|kundendienst|support|kundenservice|support team|agenten|vom support|aus dem support|vom kundenservice] (sprechen|reden|chatten|schreiben|telefonieren)',
      '[ja|nein] [kann ich|könnte ich|ich will|ich möchte|ich moechte|ich würde] [bitte|gern|gerne|lieber] mit (support|einem kollegen|ihrem team|eurem team|einem ihrer kollegen) (sprechen|reden|chatten|schreiben)',
      '[ja|nein] (verbinde|verbinden sie|leite|leiten sie) mich [bitte|weiter|bitte weiter] (mit|an|zu) (einem|einer|dem|den|der|einen|jemandem|ihrem) [echten] [menschen|mitarbeiter|mitarbeiterin|person|support|kundenservice|kollegen] [weiter]',
      '[können sie|koennen sie|kannst du] mich [bitte] (mit|an|zu) (einem|einer|dem|den|der|einen|jemandem) [echten] (menschen|mitarbeiter|mitarbeiterin|person|support|kundenservice|kollegen) (verbinden|weiterleiten|durchstellen)',
      '[ja|nein] (ich will|ich brauche|ich möchte|ich moechte|ich hätte gern|ich hätte gerne|gib mir|geben sie mir) [bitte] (einen|eine) [echten|echte|richtigen] (mensch|menschen|person|mitarbeiter|mitarbeiterin|ansprechpartner)',
      '[ein|einen] (mensch|menschen|echter mensch|echten menschen|mitarbeiter|kundendienst|kundenservice|kundenbetreuer|live chat)',
      'ich (will|möchte|moechte) nicht mit (einem|einer|dem|der|nem) (bot|chatbot|roboter|computer|maschine|ki) (sprechen|reden|schreiben|chatten)',
    ],
    unhelpful: [
      '[nein] (das|es|dies) (hat|hilft|war|ist) [mir] [leider] (nicht|gar nicht|überhaupt nicht|nicht das) [wirklich] [weiter|geholfen|hilfreich|richtig|was ich meinte|was ich suche|was ich wissen wollte|weitergeholfen]',
      '[nein] (das|es) (war|ist|beantwortet) [leider] (nicht meine frage|meine frage nicht|keine antwort auf meine frage)',
      '[nein] (das|es) (geht|funktioniert|klappt) [leider] (immer noch|trotzdem|auch|weiterhin) nicht',
      '[nein] (geht|funktioniert|klappt) [leider] (immer noch|trotzdem) nicht',
      '(nicht hilfreich|falsch|falsche antwort|das ist falsch|das stimmt nicht|hilft nicht|hilft mir nicht|nutzlos)',
      'das (habe|hab) ich (schon|bereits) (versucht|probiert|gemacht)',
    ],
    thanks: [
      '(danke|vielen dank|vielen lieben dank|lieben dank|dankeschön|danke schön|danke sehr|besten dank|herzlichen dank|tausend dank|merci) [für die|für ihre|für deine|für eure] [schnelle|tolle] [hilfe|antwort|auskunft]',
      '[das|es] (hat geholfen|hat mir geholfen|hat mir sehr geholfen|hat funktioniert|hat geklappt|funktioniert jetzt|geht jetzt|klappt jetzt|war hilfreich|war alles|war es|wars|hilft mir)',
      '(das|es|jetzt) (funktioniert|klappt|geht) [es] [wieder]',
      '(super|perfekt|klasse|prima|toll|wunderbar|erledigt|gelöst|problem gelöst|alles klar|passt|alles gut|verstanden)',
      '(tschüss|tschüß|auf wiedersehen|schönen tag|schönen tag noch|ciao)',
    ],
    no: [
      '(nein|ne|nee|nö|nicht wirklich|nein danke|leider nein|leider nicht|noch nicht|eher nicht|nicht nötig|im moment nicht|gerade nicht)',
    ],
    yes: [
      '(ja|jo|jep|jap|jup|klar|na klar|gern|gerne|sehr gern|sehr gerne|ja bitte|sicher|natürlich|genau|richtig|auf jeden fall|unbedingt|stimmt|bitte|ok|okay|in ordnung)',
      '[ja] das (wäre|waere) (super|toll|nett|schön|gut|klasse|prima)',
    ],
    greeting: [
      '(hallo|hallöchen|hi|hey|servus|moin|grüß gott|grüezi|guten morgen|guten tag|guten abend|hallo zusammen|hallo da|wie gehts|wie geht es dir|wie geht es ihnen|ist da jemand|jemand da)',
    ],
    vague: [
      '[ich] (brauche|benötige|brauch) [etwas|deine|ihre|eure] (hilfe|unterstützung)',
      'ich (hab|habe|hätte) [da|mal|da mal] (eine|ein|ne|nen|noch eine|noch ein) [kurze|kleine|kleines] (frage|problem)',
      '(kann|darf) ich [dich|sie|ihnen|dir] [kurz|mal] [etwas|was|eine frage] (fragen|stellen)',
      '(es|das) (geht|funktioniert|klappt) nicht',
      '(können sie|koennen sie|kannst du|könnt ihr|könnten sie|könntest du) (mir|uns) [bitte|mal] helfen',
      '(frage|eine frage|problem|hilfe|funktioniert nicht|geht nicht|klappt nicht|irgendwas stimmt nicht|hilf mir|helfen sie mir)',
    ],
  },
  own: {
    mine: 'mein|meine|meinen|meinem|meiner|meines|unser|unsere|unseren|unserem|unserer|unseres',
    asks: 'wo|wann|was|welche|welchen|welcher|welches|wohin|status|stand|ankommen|kommt|angekommen|ankunft|lieferung|liefertermin|geliefert|versand|versandt|versendet|verschickt|unterwegs|sendungsverfolgung|fertig|bereit|erwartet|voraussichtlich|wie viel|wie lange|zeig mir|zeigen sie mir|sag mir|sagen sie mir|kannst du mir sagen|können sie mir sagen|ich möchte wissen|ich wüsste gern|weißt du|wissen sie|ist|sind|wird|wurde|wurden|hat',
    around:
      'der|die|das|den|dem|des|ein|eine|einen|einer|eines|von|zu|zum|zur|für|über|war|waren|werden|haben|soll|sollte|an|es|er|sie|ihn|diese|dieser|dieses|und|oder|bereits|denn|gerade|aktuell|aktuelle|aktuellen|derzeit|letzte|letzten|letzter|neueste|neuesten|mit|ob|bleibt|befindet|sich|ihr',
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
