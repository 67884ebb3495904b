import type { LanguageWords } from '../language-words.ts'

export const ro: LanguageWords = {
  fillers:
    'vă rog|va rog|te rog|vă rog frumos|te rog frumos|bună|bună ziua|bună dimineața|bună seara|salut|mulțumesc|mersi|mulțumesc anticipat|ok|okay|bine|păi|deci|atunci|dar|și|si|acum|chiar acum|doar|direct|mai bine|mai degrabă|scuze|îmi cer scuze|scuzați|nu vă supărați|ah|oh|de fapt|urgent|chiar|domnule|doamnă|din păcate',
  patterns: {
    human: [
      '[da|nu] [vreau|vreau să|aș vrea|aș vrea să|aș dori|aș dori să|doresc|doresc să|as dori sa|as vrea sa|trebuie să|am nevoie să|prefer să|pot|pot să|aș putea|aș putea să|se poate să|este posibil să|e posibil să|cum pot|cum pot să|cum fac să|îmi doresc să] [vă rog|doar] (vorbesc|vorbi|discut|discuta|comunic|iau legătura|lua legătura|scriu) cu (cineva|o|un|operatorul|suportul|echipa voastră|dumneavoastră|serviciul|vreun|altcineva) [persoană|persoană reală|persoană adevărată|om|om real|om adevărat|operator|operatoare|operator uman|agent|agent uman|consultant|reprezentant|responsabil|de suport|clienți|relații clienți|de la suport|din echipă|de la relații clienți|real]',
      '[da|nu] [vreau să|aș vrea să|pot|pot să|aș dori să] (vorbesc|vorbi|discut) cu (operator|suport|om|oameni|relații clienți|serviciul clienți)',
      '[da|nu] [îmi|mă|ma] (puteți|poți|ați putea|ai putea) [vă rog|să mă] (pune|puneți|pui|transfera|transferați|transferi|conecta|conectați|conectezi|direcționa|face) [în|in] [legătura|legătură|legatura] (cu|la|către) (cineva|o|un|operatorul|suport) [persoană|persoană reală|om|operator|operator uman|agent|consultant|reprezentant|coleg|de la suport]',
      '[da|nu] (transferați mă|transferă mă|transfera ma|transferati ma|puneți mă în legătură|pune mă în legătură|conectați mă|conectează mă|dați mi|dă mi) [vă rog] [la|cu|către] (un|o|cineva|operatorul|suport) [persoană|persoană reală|om|operator|operator uman|agent|consultant|reprezentant|coleg|de la suport]',
      '[da|nu] (vreau|aș vrea|aș dori|doresc|am nevoie de|prefer) (un|o) (om|om real|persoană reală|persoană|operator|operator uman|agent uman|consultant|reprezentant)',
      '(un om|om real|operator|operator uman|persoană reală|ființă umană|agent uman|relații clienți|asistență clienți|chat live|vorbesc cu operator)',
      '(este|e|există|nu este|nu e) (cineva|vreo persoană|un om|un operator) (cu care|cu care să) (pot vorbi|pot să vorbesc|aș putea vorbi|vorbesc)',
      'nu (vreau să|doresc să|vreau sa|mai vreau să) (vorbesc|discut) cu (un|acest|o|robotul|botul) [robot|bot|chatbot|mașină|calculator|inteligență artificială]',
    ],
    unhelpful: [
      '[nu] [asta|acest lucru|răspunsul|răspunsul ăsta|aceasta] (nu mă ajută|nu ma ajuta|nu m a ajutat|nu ajută|nu a ajutat|nu îmi este de folos|nu mi e de folos|nu îmi e de folos|nu e de ajutor|nu este de ajutor|nu îmi răspunde la întrebare|nu răspunde la întrebare|nu răspunde la întrebarea mea|nu e corect|nu este corect|este greșit|e greșit) [deloc|prea mult|cu nimic]',
      '[nu] (nu mi ați răspuns|nu mi ai răspuns|nu ați răspuns|nu ai răspuns|nu mi a răspuns) [la] (întrebare|întrebarea mea)',
      '[nu] nu (asta|aceasta|este ce|e ce|este ceea ce|e ceea ce|asta e ce|era ce) (căutam|caut|am întrebat|întrebam|voiam|vreau|voiam să aflu|voiam să știu|am vrut să spun|îmi trebuie|am cerut)',
      '[nu] [asta] (tot nu|încă nu|nici așa nu) (merge|funcționează)',
      '[nu] (nu înțelegeți|nu înțelegi|nu m ați înțeles|nu m ai înțeles|nu ați înțeles|nu ai înțeles) [întrebarea|întrebarea mea]',
      '[deja] am (încercat|făcut) (deja|asta|deja asta|asta deja)',
      '(inutil|răspuns greșit|greșit|nu e adevărat|nu are legătură|nicio legătură)',
    ],
    thanks: [
      '(mulțumesc|mulțumesc mult|mulțumesc frumos|mulțumesc foarte mult|vă mulțumesc|îți mulțumesc|va multumesc|iti multumesc|multumesc|multumim|mulțumim|mersi|mersi mult|mersi frumos|mersi fain|merci|mulțam) [mult|frumos|din suflet] [pentru] [ajutor|ajutorul acordat|răspuns|tot|informații|informație|sprijin|promptitudine]',
      '(acum|asta|totul) (merge|funcționează) [perfect|bine]',
      '[acum|asta|totul] (merge acum|funcționează acum|a mers|a funcționat|m a ajutat|mi a fost de folos|mi a fost de ajutor|s a rezolvat|am rezolvat|e în regulă) [acum|perfect|mult]',
      '(perfect|super|excelent|minunat|grozav|genial|rezolvat|problemă rezolvată|am înțeles|înțeles|e clar|totul e clar|m am lămurit|exact ce căutam|exact ce îmi trebuia)',
      '(asta e tot|asta este tot|atât|asta a fost tot|doar atât|nimic altceva)',
      '(la revedere|pa pa|o zi bună|o zi frumoasă|o seară bună|zi frumoasă|toate cele bune|numai bine|să aveți o zi bună|să ai o zi bună|weekend plăcut)',
    ],
    no: [
      '(nu|nu nu|nup|nu mulțumesc|nu mersi|încă nu|nu încă|nu prea|nu chiar|nu cred|cred că nu|din păcate nu|deocamdată nu|momentan nu|nu acum|acum nu|deloc|nicidecum|nu e nevoie|nu este nevoie|nu e cazul|nu este cazul|nu e necesar|nu vreau)',
    ],
    yes: [
      '(da|daa|da da|da vă rog|da te rog|sigur|sigur că da|desigur|bineînțeles|firește|cu plăcere da|cu siguranță|absolut|exact|corect|așa e|așa este|de acord|ok|okay|bine|e bine|în regulă|vreau|da vreau|aș vrea|da aș vrea|mi ar plăcea|ar fi super|ar fi bine|chiar da|da asta căutam|da asta era)',
    ],
    greeting: [
      '(bună|buna|bună ziua|bună dimineața|bună seara|neața|salut|salutare|servus|hei|hello|ziua bună|noroc|salut tuturor|bună tuturor)',
      '(ce mai faci|ce mai faceți|ce faci|cum merge|este cineva|e cineva acolo|este cineva acolo|e cineva|e cineva aici)',
    ],
    vague: [
      '(am|aș avea|aveam|mai am) [doar|și] (o|un|o altă|alte|câteva|niște|încă o) [mică|mic|scurtă] (întrebare|întrebări|nelămurire|problemă|probleme|solicitare)',
      '[mă|ma|ne] (puteți|poți|ați putea|ai putea|poate cineva) [să mă|să ne|să ma|mă|sa ma] (ajuta|ajutați|ajuți|ajute)',
      '[am|aș avea] nevoie de [puțin|un|ceva|niște] (ajutor|asistență|sprijin|o mână de ajutor)',
      '(pot|aș putea|aș vrea|vreau) [să] [vă|te] [pun|adresez|pune|adresa|întreb|întreba] (o întrebare|ceva)',
      '[asta|ceva|nimic] nu (merge|funcționează|mai merge) [nimic|bine]',
      '(ajutor|ajutați mă|ajută mă|întrebare|o întrebare|problemă|o problemă|ceva nu e în regulă|m am blocat|sunt blocat|sunt blocată)',
    ],
  },
  own: {
    mine: 'meu|mea|mei|mele|noastră|nostru|noastre|noștri',
    asks: 'unde|când|ce|care|care este|status|statusul|starea|stadiul|stadiu|ajunge|ajung|ajuns|sosește|sosi|sosirea|vine|livrare|livrarea|livrării|livrată|livrat|livrate|expediată|expediat|trimisă|trimis|urmărirea|pe drum|gata|estimată|estimat|cât|cât timp|cât durează|spune mi|spuneți mi|îmi puteți spune|îmi poți spune|vreau să știu|aș vrea să știu|aș dori să știu|arată mi|este|e|sunt|a fost',
    around:
      'era|erau|va|vor|a|au|fost|fi|o|un|cu|de|la|despre|pentru|în|ea|el|ei|ele|acesta|aceasta|asta|acestea|și|sau|deja|acum|în acest moment|ultima|ultimul|ultimei|ultimele|actuală|actualul|recentă|se|află|trebuie|să|al|ale|lui',
  },
  phrases: {
    greeting: 'Bună ziua! Cu ce vă pot ajuta?',
    clarifyingQuestion: 'Îmi puteți da câteva detalii despre ce doriți să aflați?',
    clarifyingChoice: 'Îmi puteți da câteva detalii? Este vorba despre unul dintre aceste subiecte: {topics}?',
    noAnswerWithOffer: 'Nu am găsit un răspuns la întrebarea dumneavoastră. Doriți să vorbiți cu un operator?',
    noAnswer: 'Nu am găsit un răspuns la întrebarea dumneavoastră.',
    askForDetail: 'Îmi pare rău. Ce anume doriți să faceți?',
    offerHuman: 'Îmi pare rău că nu v-am putut ajuta. Doriți să vorbiți cu un operator?',
    handingOver: 'Vă pun în legătură cu un coleg care vă poate ajuta.',
    closing: 'Mă bucur că v-am putut ajuta. O zi frumoasă!',
    anythingElse: 'În regulă. Vă mai pot ajuta cu ceva?',
    checkIn: 'Este ceea ce căutați?',
    checkInWithOffer: 'Este ceea ce căutați sau doriți să vorbiți cu un operator?',
    chooseOption: 'Alegeți una dintre opțiuni:',
    invalidValue: 'Nu am înțeles răspunsul. Puteți încerca din nou?',
  },
  ratings: { terrible: 'Groaznic', bad: 'Slab', ok: 'Acceptabil', good: 'Bun', amazing: 'Excelent' },
}
