import type { LanguageWords } from '../language-words.ts'

export const it: LanguageWords = {
  fillers:
    'per favore|perfavore|per piacere|per cortesia|cortesemente|ciao|salve|buongiorno|buon giorno|buonasera|buona sera|grazie|grazie mille|ok|okay|bene|allora|quindi|ma|però|e|ora|adesso|subito|solo|solamente|semplicemente|direttamente|scusa|scusi|scusate|mi scusi|ah|oh|beh|dai|veramente|davvero|urgente|a tutti|purtroppo',
  patterns: {
    human: [
      '[sì|no] [voglio|vorrei|io vorrei|desidero|ho bisogno di|devo|preferisco|preferirei|posso|potrei|è possibile|si può|come posso|come faccio a|come si fa a|mi piacerebbe|volevo|vorrei poter] [per favore|solo] (parlare|chattare|parlare direttamente|comunicare|mettermi in contatto|scrivere) con (qualcuno|una|un|unaltra|il|lo|la|il vostro|il tuo|un vostro|qualche|lassistenza|loperatore) [vera|vero] [persona|persona vera|persona reale|persona fisica|umano|essere umano|operatore|operatrice|operatore umano|operatore reale|agente umano|addetto|consulente|responsabile|assistente umano|servizio clienti|supporto|servizio assistenza|assistenza clienti|del supporto|dellassistenza|del servizio clienti|del team|di voi|di reale|di umano]',
      '[sì|no] [voglio|vorrei|posso|potrei] (parlare|chattare) con (operatore|assistenza|voi|umano|supporto|unoperatrice|un agente)',
      '[sì|no] [mi] (può|puoi|potete|potrebbe|potresti|potreste) [mi] (passare|passarmi|mettere in contatto|mettermi in contatto|collegare|collegarmi|trasferire|trasferirmi) [per favore] (con|a) (qualcuno|un|una|il|loperatore|lassistenza|il vostro) [persona|persona vera|persona reale|umano|operatore|operatrice|operatore umano|addetto|consulente|responsabile|servizio clienti|supporto]',
      '[sì|no] (mi passi|passami|mi passate|passatemi|mi metta in contatto con|mettimi in contatto con|mettetemi in contatto con|mi mettete in contatto con|mi mette in contatto con|mi metti in contatto con|mi colleghi con|collegami con|mi trasferisca a|trasferiscimi a) [per favore] [a] (qualcuno|un|una|il|loperatore|lassistenza) [persona|persona vera|persona reale|umano|operatore|operatrice|operatore umano|operatore reale|addetto|consulente|servizio clienti|supporto]',
      '[sì|no] (voglio|vorrei|mi serve|ho bisogno di|preferisco|datemi|dammi) (un|una) (umano|essere umano|persona|persona vera|persona reale|operatore|operatrice|operatore umano|operatore reale|consulente umano) [vero|vera|reale]',
      '[un|una] (operatore|operatrice|operatore umano|operatore reale|umano|essere umano|persona vera|persona reale|persona in carne e ossa|agente umano|servizio clienti|assistenza umana|chat dal vivo|chat live|parlare con operatore|parla con operatore)',
      '(cè|non cè|ce) (qualcuno|una persona|un operatore|una persona vera|un umano) (con cui|con il quale|con la quale) (parlare|posso parlare|poter parlare|possa parlare)',
      '(non voglio|non vorrei|non mi va di|sono stufo di|sono stufa di) (parlare|chattare) con (un|una|questo|questa|il|lo|la) (robot|bot|chatbot|macchina|ia|computer|risponditore)',
    ],
    unhelpful: [
      '[no] [questo|questa|ciò|la risposta|la tua risposta|la sua risposta|questa risposta] (non aiuta|non mi aiuta|non mi ha aiutato|non mi ha aiutata|non mi è utile|non è utile|non serve|non mi serve|non è servito|non mi è stato utile|non mi è stato di aiuto|non mi è stato daiuto|non mi è daiuto|non risponde alla mia domanda|non risponde alla domanda|non risolve|non risolve il mio problema|non è corretta|è sbagliata) [affatto|molto|per niente|per nulla]',
      '[no] (non ha risposto|non hai risposto|non avete risposto|non risponde) (alla mia domanda|alla domanda)',
      '[no] [questo] (non è|non era) (quello che cerco|quello che cercavo|ciò che cerco|ciò che cercavo|quello che ho chiesto|quello che chiedevo|quello che intendevo|ciò che intendevo|quello che volevo|quello che volevo sapere|quello che mi serve|la mia domanda|corretto|giusto|daiuto|utile)',
      '[no] [questo] [ma] (non funziona ancora|ancora non funziona|continua a non funzionare|non va ancora|non funziona comunque|non funziona lo stesso|neanche così funziona)',
      '[lo|questo] (ho già provato|lho già provato|ho già fatto|lho già fatto|lo ho già fatto|già provato|già fatto)',
      '[no] (non hai capito|non ha capito|non avete capito|non mi hai capito|non capisci) [la mia domanda|la domanda]',
      '(inutile|per niente utile|risposta sbagliata|è sbagliato|non è vero|non centra|non centra nulla|non centra niente)',
    ],
    thanks: [
      '[molte|tante|mille] (grazie|grazie mille|grz|grazie tante|grazie infinite|grazie di cuore|grazie di tutto|grazie ancora) [a te|a lei|a voi] [per|per il|per la] [laiuto|tuo aiuto|suo aiuto|vostro aiuto|risposta|informazione|disponibilità|tutto]',
      '[ti|la|vi] ringrazio [molto|tanto] [per|per il] [laiuto|tuo aiuto|suo aiuto|vostro aiuto|la risposta]',
      '[ora|adesso|tutto] (funziona|ha funzionato|funziona tutto|funziona di nuovo|funziona perfettamente|è a posto) [ora|adesso]',
      '[questo] (mi è stato utile|mi è stata utile|è stato utile|mi è stato di aiuto|mi ha aiutato|mi ha aiutata|mi hai aiutato|sei stato utile|sei stato gentile|molto gentile|gentilissimo|gentilissima)',
      '(perfetto|ottimo|fantastico|eccellente|magnifico|benissimo|risolto|problema risolto|ho risolto|capito|ho capito|tutto chiaro|tutto ok|tutto a posto|è quello che cercavo|è proprio quello che cercavo|proprio quello che cercavo)',
      '(è tutto|questo è tutto|nientaltro|basta così|a posto così|sono a posto)',
      '(arrivederci|arrivederla|buona giornata|buona serata|a presto|alla prossima|buon lavoro|buon weekend)',
    ],
    no: [
      '(no|nono|no no|nope|no grazie|non ancora|ancora no|non credo|credo di no|penso di no|direi di no|non proprio|per niente|affatto|per ora no|al momento no|non ora|non serve|non è necessario|non importa|non occorre)',
    ],
    yes: [
      '(sì|si|sisi|sì sì|sì grazie|sì per favore|certo|certo che sì|certamente|certo grazie|va bene|vabbene|ok|okay|volentieri|sì volentieri|assolutamente|assolutamente sì|esatto|esattamente|giusto|proprio così|daccordo|ovvio|ovviamente|sicuro|sicuramente|magari|mi piacerebbe|direi di sì|sì è questo|sì era questo|sì è quello|con piacere)',
    ],
    greeting: [
      '(ciao|ciaoo|salve|buongiorno|buon giorno|buonasera|buona sera|buon pomeriggio|buondì|hey|ehi|hello|ciao a tutti|saluti)',
      '(come va|come stai|come sta|tutto bene|cè qualcuno|ce qualcuno|cè nessuno|ci sei|cè qualcuno in linea)',
    ],
    vague: [
      '[io] (ho|avrei|avevo) [solo|ancora] (una|un|unaltra|un altro|alcune|qualche) [piccola|piccolo|veloce] (domanda|domande|dubbio|problema|richiesta|problemino)',
      '[mi|ci] (può|puoi|potete|potrebbe|potresti|potreste|riesci ad|riesce ad) (aiutare|aiutarmi|aiutarci|dare una mano|darmi una mano)',
      '[io] (ho bisogno di|avrei bisogno di|mi serve|mi servirebbe|cerco|vorrei) [un|del|il tuo|il vostro|il suo] (aiuto|assistenza|supporto|una mano)',
      '(posso|potrei|vorrei|volevo) (fare|farti|farle|farvi|chiedere|chiederti|chiederle) (una domanda|qualcosa|una cosa|uninformazione)',
      '[questo|qualcosa|niente] non (funziona|va|mi funziona) [niente|più|bene]',
      '(aiuto|aiutami|mi aiuti|aiutatemi|domanda|una domanda|dubbio|un dubbio|problema|un problema|cè un problema|mi sono perso|mi sono persa)',
    ],
  },
  own: {
    mine: 'mio|mia|miei|mie|nostro|nostra|nostri|nostre',
    asks: 'dove|dovè|quando|che|cosa|quale|quali|qual|a che punto|stato|status|arrivare|arriva|arrivano|arriverà|arriveranno|arrivato|arrivata|arrivo|consegna|consegnato|consegnata|consegnati|spedito|spedita|spediti|spedizione|inviato|tracciamento|tracking|pronto|pronta|previsto|prevista|stimata|quanto|quanto tempo|dimmi|mi dica|puoi dirmi|può dirmi|mi puoi dire|mi può dire|voglio sapere|vorrei sapere|sai|sa|mostrami|è|sono',
    around:
      'il|lo|la|i|gli|le|l|un|una|uno|di|del|della|dei|delle|dell|a|al|alla|per|su|era|sarà|saranno|ha|hanno|viene|verrà|deve|stata|stati|si trova|questo|questa|questi|queste|e|o|attuale|attualmente|ultimo|ultima|ultimi|ultime|recente|già|essere|ci',
  },
  phrases: {
    greeting: 'Salve! Come posso aiutarla?',
    clarifyingQuestion: 'Può dirmi qualcosa in più su ciò che desidera sapere?',
    clarifyingChoice: 'Può dirmi qualcosa in più? Si tratta di uno di questi argomenti: {topics}?',
    noAnswerWithOffer: 'Non ho trovato una risposta alla sua domanda. Vuole parlare con un operatore?',
    noAnswer: 'Non ho trovato una risposta alla sua domanda.',
    askForDetail: 'Mi dispiace. Che cosa vorrebbe fare di preciso?',
    offerHuman: 'Mi dispiace di non averla potuta aiutare. Vuole parlare con un operatore?',
    handingOver: 'La metto in contatto con una persona che potrà aiutarla.',
    closing: 'È stato un piacere aiutarla. Buona giornata!',
    anythingElse: 'Va bene. Posso aiutarla in qualcos’altro?',
    checkIn: 'È quello che cercava?',
    checkInWithOffer: 'È quello che cercava o preferisce parlare con un operatore?',
    chooseOption: 'Scelga una delle opzioni:',
    invalidValue: 'Non ho capito la risposta. Può riprovare?',
  },
  ratings: { terrible: 'Pessimo', bad: 'Scarso', ok: 'Sufficiente', good: 'Buono', amazing: 'Ottimo' },
}
