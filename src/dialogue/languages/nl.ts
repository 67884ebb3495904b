import type { LanguageWords } from '../language-words.ts'

export const nl: LanguageWords = {
  fillers:
    'alsjeblieft|alstublieft|aub|a u b|ajb|svp|graag|hallo|hoi|hey|hi|goedemorgen|goedemiddag|goedenavond|goedendag|dank je|dank u|bedankt|ok|oké|okay|goed|dus|maar|en|even|eens|nu|direct|meteen|gewoon|liever|toch|nog|sorry|pardon|eigenlijk|top|super|echt|dan|oh|ah|hoor|zeg|helaas',
  patterns: {
    human: [
      '[ja|nee] [kan ik|mag ik|zou ik|hoe kan ik|ik wil|ik wil graag|ik zou graag|ik zou liever|ik moet|ik wens|kan ik hier|wil|graag] [alsjeblieft|even|graag|nu|liever|gewoon] (met|spreken met) (iemand|een|de|jullie|uw|een van jullie) [echte|echt|levende|menselijke] [mens|persoon|medewerker|medewerkster|klantenservice|support|helpdesk|agent|adviseur|supportmedewerker|klantenservicemedewerker|van de klantenservice|van support|van jullie|anders|van het team] [aub|alsjeblieft|alstublieft] (praten|spreken|chatten|bellen|kunnen spreken|kunnen praten|kunnen chatten)',
      '[ja|nee] (ik wil|ik wil graag|kan ik|mag ik|ik zou graag) [graag|nu|even] (een|iemand) [echt|echte] [mens|persoon|medewerker|van de klantenservice|van support|van jullie] (spreken|aan de lijn)',
      '[ja|nee] (praten|spreken|chatten|contact) met (een|de|iemand) [echt|echte] (mens|persoon|medewerker|klantenservice|van de klantenservice)',
      '[ja|nee] (kunt u|kun je|kan je|kunnen jullie|wilt u|wil je) (mij|me) [aub|alsjeblieft|alstublieft|even] (doorverbinden|in contact brengen|doorzetten|overzetten) (met|naar) (iemand|een|de|uw|jullie) [echte|echt] [mens|persoon|medewerker|collega|klantenservice|support|helpdesk]',
      '[ja|nee] (kunt u|kun je|kan je|kunnen jullie|wilt u|wil je) (mij|me) [aub|alsjeblieft|alstublieft|even] [met|naar] [iemand|een medewerker|een mens|een echt mens|een persoon|een collega|de klantenservice|de helpdesk] (doorverbinden|in contact brengen)',
      '[ja|nee] (verbind me|verbind mij|verbindt u mij|zet me|zet mij) [aub|alsjeblieft|alstublieft] [door] (met|naar) (iemand|een|de) [echte|echt] [mens|persoon|medewerker|collega|klantenservice|support|helpdesk] [door]',
      '[ja|nee] (ik wil|ik wil graag|geef me|geef mij|mag ik) (een) (mens|echt mens|echte persoon|medewerker|echte medewerker)',
      '[een] (echt mens|echte mens|een mens|echte persoon|medewerker|menselijke medewerker|klantenservicemedewerker|klantenservice|live chat|medewerker spreken|medewerker alstublieft)',
      '(is er|is daar) (iemand|een medewerker|een mens) (met wie ik kan praten|die ik kan spreken|met wie ik kan chatten|waarmee ik kan praten)',
      'ik wil (niet met een|niet met deze|geen) (robot|bot|chatbot|computer|machine|ai) [praten|spreken|chatten]',
    ],
    unhelpful: [
      '[nee] (dit|dat|het) (helpt|hielp|heeft) (niet|me niet|mij niet|niet echt|me niet echt|helaas niet) [geholpen|verder|echt]',
      '[nee] [dit|dat] (is|was) niet [echt] (wat ik bedoel|wat ik bedoelde|wat ik zoek|wat ik zocht|wat ik vroeg|wat ik wil weten|wat ik wilde weten|wat ik nodig heb|mijn vraag|nuttig|behulpzaam|juist|goed|het antwoord)',
      '[nee] [dit|dat|het|je|u] (geeft|geef|is) geen antwoord op (mijn|de) vraag',
      '[nee] [dit|dat|het] (beantwoordt|beantwoord) (mijn|de) vraag niet',
      '[nee] [dit|dat|het] (werkt|lukt|doet het) [helaas] (nog steeds niet|nogsteeds niet|nog altijd niet|ook niet|nog niet)',
      '[nee] [daar] [heb ik] [dat heb ik] (heb ik niks aan|heb ik niets aan|al geprobeerd|al gedaan|heb ik al geprobeerd|heb ik al gedaan|schiet ik niets mee op)',
      '[nee] (je|u|jullie) (begrijpt|begrijpen|snapt|begreep) (me|mij|mijn vraag|de vraag) niet',
      '(niet nuttig|nutteloos|onjuist|fout antwoord|verkeerd antwoord|dat klopt niet|dit klopt niet|dat is fout|dit is fout|helpt niet)',
    ],
    thanks: [
      '[heel erg|hartelijk|ontzettend|super|heel hartelijk] (bedankt|dank|dank je|dank u|dankje|dank je wel|dankjewel|dank u wel|dankuwel|dank u zeer|thanks|thx|merci|hartelijk dank|veel dank|duizendmaal dank) [voor|voor je|voor uw|voor jullie|voor de|alvast] [snelle|goede] [hulp|antwoord|reactie|uitleg|informatie]',
      '[dat|het|dit|nu] (werkt|werkt het|werkt nu|doet het|doet het weer|is gelukt|gelukt|lukt|heeft geholpen|heeft me geholpen|werkt weer|helpt|was nuttig|was behulpzaam) [nu|weer|prima]',
      '(perfect|geweldig|fantastisch|helemaal goed|helemaal top|opgelost|probleem opgelost|is opgelost|het is opgelost|duidelijk|helder|begrepen|ik snap het|ik begrijp het|alles duidelijk|heel fijn|precies wat ik zocht)',
      '(dat was alles|dat is alles|dat was het|verder niets|verder niks)',
      '(tot ziens|doei|fijne dag|fijne dag nog|fijne avond|nog een fijne dag|prettige dag|tot later|fijn weekend)',
    ],
    no: [
      '(nee|neen|nope|neuh|nee nee|nee bedankt|nee dank je|nee dank u|nog niet|niet echt|niet echt nee|nee niet echt|ik denk het niet|ik denk van niet|ik geloof het niet|helaas niet|nu niet|hoeft niet|niet nodig|dat hoeft niet|liever niet|helemaal niet)',
    ],
    yes: [
      '(ja|jaa|jaja|jazeker|jawel|yes|yep|ja hoor|ja graag|graag|heel graag|zeker|zeker weten|natuurlijk|tuurlijk|prima|ok|oké|okay|is goed|goed|uiteraard|absoluut|inderdaad|klopt|dat klopt|ja dat was het|ja dat is het|precies|akkoord|doe maar|dat is goed|dat zou fijn zijn|dat zou mooi zijn)',
    ],
    greeting: [
      '(hallo|hoi|hoii|hey|hi|heey|goedemorgen|goeiemorgen|goede morgen|goedemiddag|goede middag|goedenavond|goede avond|goedendag|dag|hallo daar|hallo allemaal|gegroet)',
      '(hoe gaat het|hoe gaat het met je|alles goed|is daar iemand|is er iemand|iemand daar|ben je daar)',
    ],
    vague: [
      '[ik] (heb|heb nog|had) [ook|nog] (een|een andere|nog een|een paar) [kleine|korte|snelle] (vraag|vraagje|vragen|probleem|probleempje)',
      '(kunt u|kun je|kan je|kunnen jullie|zou je|zou u|wil je|wilt u) (mij|me|ons) [ergens mee|hiermee|even] [kunnen] (helpen)',
      '[ik] (heb|zoek|wil) [graag|wat|je|uw|jullie] hulp [nodig]',
      '(mag|kan) ik [u|je|jullie] [even] (iets|wat|een vraag) (vragen|stellen)',
      '[het|dit|dat|iets] (werkt|doet het|lukt) niet [goed|meer]',
      '(help|hulp|hulp nodig|help me|vraag|vraagje|een vraag|probleem|een probleem|er gaat iets mis|er is iets mis|ik kom er niet uit|ik loop vast)',
    ],
  },
  own: {
    mine: 'mijn|mn|onze|ons',
    asks: 'waar|wanneer|wat|welke|welk|status|stand|aankomen|komt|aangekomen|aankomst|levering|bezorging|bezorgd|geleverd|verzonden|verstuurd|verzending|onderweg|klaar|verwacht|verwachte|hoeveel|hoe lang|hoelang|hoe laat|zeg me|laat zien|kun je me vertellen|kunt u me vertellen|kunt u mij vertellen|ik wil weten|ik wil graag weten|weet je|weet u|hoe staat het met|is|zijn|wordt|werd',
    around:
      'de|het|een|van|voor|over|was|waren|worden|zal|zullen|heeft|hebben|moet|aan|die|dat|deze|dit|ze|hij|en|of|al|nog|momenteel|huidige|laatste|recente|nieuwste|met|blijft|er|geworden',
  },
  phrases: {
    greeting: 'Hallo! Waarmee kan ik u helpen?',
    clarifyingQuestion: 'Kunt u iets meer vertellen over wat u wilt weten?',
    clarifyingChoice: 'Kunt u daar iets meer over vertellen? Gaat het om een van deze onderwerpen: {topics}?',
    noAnswerWithOffer: 'Ik heb geen antwoord op uw vraag gevonden. Wilt u met een medewerker spreken?',
    noAnswer: 'Ik heb geen antwoord op uw vraag gevonden.',
    askForDetail: 'Dat spijt me. Wat wilt u precies doen?',
    offerHuman: 'Het spijt me dat ik u niet kon helpen. Wilt u met een medewerker spreken?',
    handingOver: 'Ik verbind u door met iemand die u verder kan helpen.',
    closing: 'Fijn dat ik u kon helpen. Nog een prettige dag!',
    anythingElse: 'Goed. Kan ik u nog ergens anders mee helpen?',
    checkIn: 'Is dit wat u zocht?',
    checkInWithOffer: 'Is dit wat u zocht, of spreekt u liever met een medewerker?',
    chooseOption: 'Maak een keuze:',
    invalidValue: 'Dat heb ik niet begrepen. Kunt u het nog eens proberen?',
  },
  ratings: { terrible: 'Zeer slecht', bad: 'Slecht', ok: 'Matig', good: 'Goed', amazing: 'Uitstekend' },
}
