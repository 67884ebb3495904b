import type { LanguageWords } from '../language-words.ts'

export const da: LanguageWords = {
  fillers:
    'venligst|vær så venlig|hej|hejsa|hallo|halløj|godmorgen|goddag|god aften|tak|mange tak|på forhånd tak|ok|okay|godt|så|nu|men|og|bare|gerne|hellere|i stedet|direkte|undskyld|beklager|faktisk|virkelig|jo|altså|lige|desværre|åh|her|super|fint',
  patterns: {
    human: [
      '[ja|nej] [kan jeg|kan jeg få lov at|må jeg|kunne jeg|jeg vil|jeg vil gerne|vil gerne|jeg ønsker at|jeg skal|jeg foretrækker at|jeg har brug for at|hvordan kan jeg|hvordan kommer jeg til at|er det muligt at|kan man] [gerne|få|bare|hellere|lige] (tale|snakke|chatte|skrive|tale direkte) med (nogen|en|et|jeres|kundeservice|kundesupport|supporten|support|én) [rigtig|rigtigt|ægte|levende] [menneske|person|medarbejder|agent|rådgiver|konsulent|supportmedarbejder|kundeservicemedarbejder|fra kundeservice|fra support|fra supporten|hos jer|fra jer]',
      '[ja|nej] [kan du|kan i|vil du|vil i|kunne du] (stille|viderestille|omstille|sende|forbinde) mig [om|videre|ind] (til|med) (nogen|en|et|kundeservice|kundesupport|supporten|support) [rigtig|rigtigt] [menneske|person|medarbejder|agent|rådgiver|fra kundeservice|fra supporten]',
      '[ja|nej] [kan du|kan i|vil du] (sæt|sætte|sæt venligst) mig i (forbindelse|kontakt) med (nogen|en|et|kundeservice|supporten|support) [rigtig|rigtigt] [menneske|person|medarbejder|agent|rådgiver]',
      '[ja|nej] (jeg vil have|giv mig|jeg har brug for|kan jeg få) (en|et) (menneske|rigtigt menneske|rigtig person|medarbejder)',
      '[et|en] (menneske|rigtigt menneske|rigtig person|levende person|kundeservice|live chat|livechat|tal med en medarbejder|tal med et menneske)',
      '(er der|findes der) (nogen|et menneske|en person|en medarbejder) (jeg kan tale med|jeg kan snakke med|jeg kan chatte med|man kan tale med|at tale med)',
      'jeg (vil ikke|gider ikke|ønsker ikke at) (tale|snakke|chatte|skrive) med (en|den|denne|et) (robot|bot|chatbot|maskine|computer|ai)',
    ],
    unhelpful: [
      '[nej] (det|dette|svaret) (hjalp|hjælper|var|er) [mig] (ikke|slet ikke|ikke rigtig) [mig|så meget|til hjælp|til nogen hjælp|en hjælp|nyttigt|rigtigt|det rigtige svar|videre]',
      '[nej] (det|dette) (var|er) ikke [helt|rigtig] (det jeg mente|hvad jeg mente|det jeg leder efter|hvad jeg leder efter|det jeg ledte efter|det jeg søger|det jeg søgte|det jeg spurgte om|hvad jeg spurgte om|det jeg ville vide|det jeg har brug for|mit spørgsmål|svar på mit spørgsmål)',
      '[nej] (det|dette|du|i) (svarer|svarede|besvarer|besvarede) ikke [på] mit spørgsmål',
      '[nej] [det] (virker|fungerer|dur|hjælper) [det] (stadig ikke|stadigvæk ikke|alligevel ikke|heller ikke|ikke endnu)',
      '[nej] (du|i) (forstår|forstod) ikke [mig|mit spørgsmål|spørgsmålet|hvad jeg mener]',
      'det har jeg (allerede prøvet|allerede gjort|prøvet|forsøgt)',
      '(forkert|forkert svar|det er forkert|det passer ikke|det er ikke rigtigt|hjalp ikke|hjælper ikke|ubrugeligt)',
    ],
    thanks: [
      '[mange|tusind|tusinde|1000] (tak|takker|tak skal du have|tak skal i have|tak for det|mange tak|tak tak) [for] [hjælpen|svaret|din hjælp|jeres hjælp|det hurtige svar|hurtigt svar|informationen]',
      '[det|nu] (hjalp|virker|virker det|fungerer|fungerer det|virkede|fungerede|lykkedes|løste det|hjalp mig|var en stor hjælp|var til stor hjælp) [nu|meget|fint|perfekt|igen]',
      '(perfekt|fantastisk|fedt|skønt|dejligt|glimrende|løst|problemet er løst|det er løst|jeg forstår|så forstår jeg|forstået|modtaget|lige hvad jeg ledte efter|præcis hvad jeg ledte efter)',
      '(det var alt|det var det hele|det er alt|ikke mere)',
      '(farvel|vi ses|hav det godt|hav en god dag|hav en fortsat god dag|fortsat god dag|god weekend)',
    ],
    no: [
      '(nej|næ|nej nej|niks|nope|nej tak|ikke endnu|nej ikke endnu|ikke rigtig|ikke rigtigt|nej ikke rigtig|desværre ikke|det tror jeg ikke|nej det tror jeg ikke|ikke lige nu|ikke nu|slet ikke|overhovedet ikke|det behøves ikke|ikke nødvendigt|helst ikke)',
    ],
    yes: [
      '(ja|jaa|ja ja|jo|jep|jeps|yes|ja tak|ja gerne|ja meget gerne|gerne|meget gerne|ja da|jada|selvfølgelig|naturligvis|helt sikkert|bestemt|absolut|klart|præcis|nemlig|det stemmer|det er rigtigt|ok|okay|fint|det er fint|det lyder godt|det ville være dejligt|det vil jeg gerne|ja det vil jeg gerne|ja det var det|ja det er det)',
    ],
    greeting: [
      '(hej|hej hej|hejsa|hejsan|hey|hallo|halløj|halløjsa|dav|davs|goddag|god morgen|godmorgen|god eftermiddag|godaften|god aften|hej alle|hej med jer|hej med dig)',
      '(hvordan går det|hvordan har du det|er der nogen|er der nogen her|nogen her|nogen hjemme|er du der)',
    ],
    vague: [
      '[jeg] (har|har lige|har bare|havde) [også] (et|en|et andet|nogle|et par|endnu et) [lille|hurtigt|kort] (spørgsmål|problem|sporgsmal|spoergsmaal|forespørgsel)',
      '(kan|vil|kunne|kan måske) (du|i) [ikke|måske|lige] hjælpe (mig|os) [med noget|lidt|lige]',
      '[jeg] (har brug for|skal have|skal bruge|ønsker|søger) [lidt|din|jeres|noget] (hjælp|hjælp til noget|support|assistance)',
      '(må|kan|kunne) jeg [lige|godt] (spørge|stille) [dig|jer] [om noget|et spørgsmål]',
      '[det|dette|noget|intet] (virker|fungerer|dur) ikke',
      '(intet virker|hjælp|hjælp mig|spørgsmål|et spørgsmål|problem|et problem|noget er galt|der er noget galt|jeg sidder fast|jeg er kørt fast|jeg forstår det ikke)',
    ],
  },
  own: {
    mine: 'min|mit|mine|vores|vor',
    asks: 'hvor|hvornår|hvad|hvilken|hvilket|hvilke|status|ankommer|ankomme|kommer|ankommet|ankomst|levering|leveres|leveret|afsendt|sendt|forsendelse|sporing|på vej|klar|forventet|forventes|hvor meget|hvor længe|hvor lang tid|sig mig|vis mig|kan du fortælle mig|jeg vil gerne vide|ved du|er|har|bliver|blev',
    around:
      'den|det|de|en|et|af|for|om|til|var|vil|skal|været|blevet|denne|dette|disse|og|eller|allerede|nu|lige nu|aktuelle|seneste|sidste|nyeste|nuværende|med|på|frem',
  },
  phrases: {
    greeting: 'Hej! Hvad kan jeg hjælpe dig med?',
    clarifyingQuestion: 'Kan du fortælle lidt mere om, hvad du gerne vil vide?',
    clarifyingChoice: 'Kan du fortælle lidt mere? Drejer det sig om et af disse emner: {topics}?',
    noAnswerWithOffer: 'Jeg fandt ikke noget svar på dit spørgsmål. Vil du tale med en medarbejder?',
    noAnswer: 'Jeg fandt ikke noget svar på dit spørgsmål.',
    askForDetail: 'Det er jeg ked af. Hvad vil du helt præcist gerne gøre?',
    offerHuman: 'Jeg beklager, at jeg ikke kunne hjælpe. Vil du tale med en medarbejder?',
    handingOver: 'Jeg stiller dig videre til en medarbejder, der kan hjælpe.',
    closing: 'Godt, at jeg kunne hjælpe. Hav en god dag!',
    anythingElse: 'Okay. Er der andet, jeg kan hjælpe dig med?',
    checkIn: 'Var det det, du ledte efter?',
    checkInWithOffer: 'Var det det, du ledte efter, eller vil du hellere tale med en medarbejder?',
    chooseOption: 'Vælg en af mulighederne:',
    invalidValue: 'Det forstod jeg ikke. Kan du prøve igen?',
  },
  ratings: { terrible: 'Meget dårligt', bad: 'Dårligt', ok: 'OK', good: 'Godt', amazing: 'Fantastisk' },
}
