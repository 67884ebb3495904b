import type { LanguageWords } from '../language-words.ts'

export const fr: LanguageWords = {
  fillers:
    'bonjour|bonsoir|salut|coucou|hello|svp|stp|s il vous plait|sil vous plait|sil te plait|merci|merci beaucoup|merci davance|ok|okay|bon|bien|alors|donc|mais|et|juste|simplement|directement|maintenant|tout de suite|plutôt|désolé|désolée|pardon|excusez moi|excuse moi|ah|oh|euh|super|top|monsieur|madame|vraiment|urgent|cordialement',
  patterns: {
    human: [
      '[oui|non] [je veux|je voudrais|jaimerais|jaimerai|je souhaite|je souhaiterais|je dois|je préfère|je préférerais|puis je|pourrais je|est ce que je peux|est ce que je pourrais|est il possible de|cest possible de|comment puis je|comment je peux|je peux|on peut|comment faire pour|comment] [juste|svp|plutôt|bien] (parler|discuter|échanger|chatter|tchatter|communiquer|parler directement) (à|a|avec) (quelquun|un|une|un vrai|une vraie|le|votre|vos|lun de vos|un de vos|votre équipe|vos équipes|léquipe support) [humain|être humain|personne|vraie personne|personne réelle|conseiller|conseillers|conseillère|agent|agents|opérateur|service client|support|support client|responsable|technicien|du support|du service client|de chez vous|de votre équipe]',
      '[oui|non] [pouvez vous|pourriez vous|peux tu|pourrais tu|vous pouvez|tu peux|merci de] [svp|sil vous plait] (me mettre en relation|me mettre en contact|mettez moi en relation|mettez moi en contact|me transférer|transférez moi|me passer|passez moi|passe moi|me connecter|me diriger|me rediriger|redirigez moi) [svp] [à|a|avec|vers] (quelquun|un|une|un vrai|une vraie|le|votre) [humain|personne|vraie personne|conseiller|conseillère|agent|opérateur|service client|équipe|support|technicien|responsable]',
      '[oui|non] (je veux|je voudrais|jaimerais|jai besoin d|jai besoin dun|jai besoin dune|puis je avoir|est ce que je peux avoir|je peux avoir|donnez moi) [un|une|un vrai|une vraie] (humain|être humain|personne réelle|vraie personne|conseiller|conseillère|agent humain|opérateur|interlocuteur) [humain|au téléphone|en ligne]',
      '[un|une] (humain|vrai humain|être humain|vraie personne|personne réelle|conseiller|conseillère|agent humain|vrai agent|conseiller humain|opérateur|service client|agent|parler à un conseiller)',
      '(y a t il|il y a|ya t il|y a til|est ce quil y a|il ny a pas) (quelquun|une personne|un humain|un conseiller|une vraie personne) [réelle] (à qui|avec qui|a qui) (parler|je peux parler|je pourrais parler|discuter|je peux discuter)',
      '(je ne veux pas|je veux pas|jai pas envie de|je nai pas envie de|jen ai marre de) (parler|discuter|échanger) (à|a|avec) (un|une|ce|cette|des|le) (robot|robots|bot|chatbot|machine|ia|ordinateur)',
    ],
    unhelpful: [
      '[non] (ça|ca|cela|ceci) (ne maide pas|maide pas|ne ma pas aidé|ma pas aidé|naide pas|ne répond pas à ma question|répond pas à ma question|ne répond pas à ma demande|ne résout pas mon problème|ne résout rien) [du tout|vraiment|beaucoup]',
      '[non] (ce nest pas|cest pas|ce nétait pas|cétait pas) [du tout|vraiment] (ce que je cherche|ce que je cherchais|ce que je demande|ce que jai demandé|ce que je voulais|ce que je veux|ce que je voulais dire|ma question|la bonne réponse|utile|ça|ca|cela|correct)',
      '[non] (ça|ca|cela) [ne] (marche|fonctionne) (toujours|encore) pas',
      '[non] [ne] (marche|fonctionne) toujours pas',
      '(votre réponse|ta réponse|la réponse|cette réponse) (ne répond pas à ma question|ne maide pas|est fausse|nest pas correcte|nest pas utile|ne me convient pas)',
      '(vous navez pas|tu nas pas|vous ne|tu ne|tas pas|vous avez pas) (répondu à ma question|répondez pas à ma question|compris|compris ma question|compris la question|comprenez pas|comprends pas)',
      'jai déjà (essayé|fait) [ça|ca|cela]',
      '(inutile|pas utile|aucune aide|mauvaise réponse|cest faux|réponse fausse|rien à voir|ça na rien à voir)',
    ],
    thanks: [
      '[un grand|mille|grand] (merci|mercii|mrc|merci bien|merci beaucoup|merci bcp|mercis|merci infiniment|merci à vous|merci à toi|je vous remercie|je te remercie) [beaucoup|bcp|infiniment] [pour votre|pour ton|pour laide|pour la] [précieuse] [aide|réponse|réactivité|retour|explication]',
      '(ça|ca|cela|tout) (marche|fonctionne|remarche) [bien|très bien|maintenant|enfin|parfaitement|à nouveau]',
      '(ça|ca|cela) (ma aidé|ma bien aidé|ma beaucoup aidé|maide beaucoup|répond à ma question|a marché|a fonctionné|me convient)',
      '[cest] (parfait|super|génial|excellent|nickel|impeccable|résolu|réglé|tout bon|compris|bien noté|formidable|ok pour moi|exactement ce que je cherchais|problème résolu)',
      '(ce sera tout|cest tout|cest bon|cest top|jai compris|jai trouvé|jai ma réponse)',
      '(au revoir|bonne journée|bonne soirée|bon weekend|bon week end|à bientôt|bye|bonne continuation)',
    ],
    no: [
      '(non|non non|non merci|pas vraiment|pas encore|pas du tout|pas pour le moment|pas maintenant|je ne pense pas|je ne crois pas|je pense pas|je crois pas|ça ira|sans façon|pas la peine|ce nest pas nécessaire)',
    ],
    yes: [
      '(oui|ouais|ouai|oui oui|yes|ok|okay|daccord|dac|bien sûr|bien entendu|volontiers|avec plaisir|absolument|tout à fait|exactement|certainement|carrément|évidemment|je veux bien|allez y|vas y|oui cest ça|oui cest cela|oui cétait ça|pourquoi pas|cest ça|ça marche pour moi)',
    ],
    greeting: [
      '(bonjour|bjr|bsr|bonsoir|salut|slt|coucou|hello|hey|hi|rebonjour|re bonjour|bonjour à tous|bonjour madame|bonjour monsieur)',
      '[il] (y a quelquun|ya quelquun|y a t il quelquun|vous êtes là|tu es là|êtes vous là|comment ça va|ça va|comment allez vous|comment vas tu)',
    ],
    vague: [
      'jai [encore|juste] (une|un|une autre|un autre|quelques|des) [petite|petit|autre] (question|questions|problème|problèmes|souci|demande) [à vous poser|à poser|svp]',
      '(pouvez vous|pourriez vous|peux tu|pourrais tu|vous pouvez|tu peux|est ce que vous pouvez|est ce que tu peux) (maider|nous aider)',
      '[jai] (besoin daide|besoin de votre aide|besoin de ton aide|besoin dassistance|besoin dun renseignement)',
      '(puis je|est ce que je peux|je peux|je voudrais|jaimerais) (vous|te) (poser une question|demander quelque chose)',
      '(ça|ca|cela|rien) [ne] (marche|fonctionne) (pas|plus)',
      '[ne] (marche|fonctionne) pas',
      '(aide|aidez moi|aide moi|à laide|help|question|une question|problème|un problème|un souci|renseignement|il y a un problème|je suis perdu|je suis perdue|je suis bloqué|je suis bloquée|jai besoin de renseignements)',
    ],
  },
  own: {
    mine: 'mon|ma|mes|notre|nos|le mien|la mienne|les miens|les miennes',
    asks: 'où|où en est|où en sont|quand|que|quel|quelle|quels|quelles|quoi|statut|le statut|état|létat|arriver|arrive|arrivera|arrivé|arrivée|arrivent|livraison|livré|livrée|livrés|livrées|expédié|expédiée|expédiés|expédiées|expédition|envoyé|envoyée|suivi|prêt|prête|prévu|prévue|estimée|combien|combien de temps|dites moi|dis moi|pouvez vous me dire|peux tu me dire|je veux savoir|je voudrais savoir|jaimerais savoir|savez vous|montrez moi|est|est ce que|est elle|est il|sont|sera|a|ont',
    around:
      'le|la|les|l|un|une|de|du|des|d|à|au|aux|pour|sur|est ce quelle|est ce quil|était|seront|été|va|vont|doit|doivent|t|il|elle|ils|elles|ce|cette|ces|cet|ça|cela|en|déjà|actuellement|actuel|actuelle|dernier|dernière|dernières|derniers|ou|être|vont ils',
  },
  phrases: {
    greeting: 'Bonjour ! Comment puis-je vous aider ?',
    clarifyingQuestion: 'Pourriez-vous m’en dire un peu plus sur ce que vous souhaitez savoir ?',
    clarifyingChoice: 'Pourriez-vous m’en dire un peu plus ? S’agit-il de l’un de ces sujets : {topics} ?',
    noAnswerWithOffer: 'Je n’ai pas trouvé de réponse à votre question. Souhaitez-vous parler à un conseiller ?',
    noAnswer: 'Je n’ai pas trouvé de réponse à votre question.',
    askForDetail: 'Je suis désolé. Que souhaitez-vous faire exactement ?',
    offerHuman: 'Je suis désolé de ne pas avoir pu vous aider. Souhaitez-vous parler à un conseiller ?',
    handingOver: 'Je vous mets en relation avec une personne qui pourra vous aider.',
    closing: 'Ravi d’avoir pu vous aider. Bonne journée !',
    anythingElse: 'Très bien. Puis-je vous aider pour autre chose ?',
    checkIn: 'Cela répond-il à votre question ?',
    checkInWithOffer: 'Cela répond-il à votre question, ou souhaitez-vous parler à un conseiller ?',
    chooseOption: 'Veuillez choisir une option :',
    invalidValue: 'Je n’ai pas compris votre réponse. Pourriez-vous réessayer ?',
  },
  ratings: { terrible: 'Très mauvais', bad: 'Mauvais', ok: 'Correct', good: 'Bon', amazing: 'Excellent' },
}
