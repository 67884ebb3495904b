import type { LanguageWords } from '../language-words.ts'

export const ca: LanguageWords = {
  fillers:
    'si us plau|sisplau|siusplau|per favor|hola|bon dia|bona tarda|bones tardes|bona nit|bones|gràcies|moltes gràcies|ok|okay|bé|doncs|llavors|però|i|ja|ara|ara mateix|només|simplement|directament|millor|perdó|perdona|perdoni|disculpa|disculpi|disculpeu|ei|ah|oh|és que|la veritat|de debò|urgent|a tothom',
  patterns: {
    human: [
      '[sí|no] [vull|jo vull|voldria|magradaria|desitjo|necessito|prefereixo|preferiria|puc|podria|es pot|és possible|com puc|com ho faig per|he de|hauria de|només vull] [si us plau|millor] (parlar|xatejar|conversar|contactar|parlar directament) amb (algú|una|un|el|la|lequip de suport|el vostre|la vostra|alguna) [persona|persona real|persona de veritat|persona de debò|humà|ésser humà|agent|agent humà|assessor|assessora|operador|operadora|representant|responsable|equip de suport|servei datenció al client|suport|de suport|del suport|de lequip|datenció al client|del vostre equip|real|de debò]',
      '[sí|no] [vull|voldria|magradaria|necessito|puc] (parlar|xatejar|contactar) amb (suport|atenció al client|vosaltres|vostès|loperador)',
      '[sí|no] [em] (pots|pot|podeu|poden|podries|podria|podríeu) [em] (passar|passarme|passar me|connectar|connectarme|connectar me|transferir|transferir me|posar en contacte|posarme en contacte|posar me en contacte) [si us plau] amb (algú|una|un|el|la|suport) [persona|persona real|humà|agent|agent humà|assessor|assessora|operador|operadora|representant|de suport]',
      '[sí|no] (passam|passim|passeu me|posam|posim|poseu me|connectam|connectim|connecteu me|posam en contacte|posim en contacte|poseu me en contacte) amb (algú|una|un|el|la|suport) [persona|persona real|humà|agent|agent humà|assessor|assessora|operador|operadora|de suport]',
      '[sí|no] (vull|voldria|necessito|magradaria|donam|prefereixo) (una|un) (persona|persona real|humà|agent|agent humà|assessor|assessora|operador|operadora) [real|de veritat|de debò]',
      '[un|una] (humà|persona real|persona de veritat|persona de debò|ésser humà|agent|agent humà|agent real|assessor humà|operador humà|atenció al client|xat en viu|xat en directe|parlar amb un agent|parlar amb una persona)',
      '(hi ha|no hi ha) (algú|alguna persona|una persona|ningú) [real] (amb qui|amb qui es|amb qui hi) (parlar|pugui parlar|puc parlar)',
      '(no vull|no magrada|estic fart de|estic farta de) (parlar|xatejar) amb (un|una|aquest|aquesta|el|la) (robot|bot|xatbot|chatbot|màquina|ia|ordinador)',
    ],
    unhelpful: [
      '[no] [això|aquesta resposta|la resposta|la teva resposta] (no majuda|no mha ajudat|no ajuda|no serveix|no em serveix|no mha servit|no mha servit de res|no respon la meva pregunta|no respon a la meva pregunta|no contesta la meva pregunta|no resol el meu problema|no resol el meu dubte|no és correcta|és incorrecta) [gaire|gens|de res]',
      '[no] [això] (no és|no era) (el que busco|el que buscava|el que estic buscant|el que he preguntat|el que preguntava|el que volia|el que volia saber|el que volia dir|el que vull|el que necessito|la meva pregunta|correcte|útil|això)',
      '[no] [això] (encara no funciona|continua sense funcionar|segueix sense funcionar|tampoc funciona|tampoc no funciona|continua igual)',
      '[no] (no has respost|no heu respost|no ha respost|no entens|no has entès|no heu entès|no mentens) [a] [la meva pregunta|la pregunta]',
      '(ja ho he|això ja ho he) (provat|fet|intentat)',
      '(inútil|gens útil|resposta incorrecta|resposta equivocada|això és incorrecte|està malament|no hi té res a veure)',
    ],
    thanks: [
      '[moltes|moltíssimes|mil|merci] (gràcies|merci|mercès) [a tu|a vostè|a vosaltres|de tot cor] [per|per la|per lajuda|per tot|per la teva|per la vostra] [ajuda|resposta|atenció|informació|rapidesa]',
      '(tho|us ho|li ho) agraeixo [molt]',
      '[ara|això|tot|ja] [ja] (funciona|ha funcionat|funciona ara|mha ajudat|mha servit|mha estat útil|ha anat bé|respon la meva pregunta) [ara|molt|perfectament]',
      '(perfecte|genial|excel·lent|fantàstic|estupend|meravellós|solucionat|resolt|problema resolt|entès|tot clar|tot bé|ja està|molt amable|és just el que buscava|just el que buscava)',
      '(això és tot|és tot|res més|això era tot|era això)',
      '(adéu|adéu siau|fins aviat|fins ara|que vagi bé|que vagi molt bé|bon cap de setmana|que tinguis un bon dia|que tingui un bon dia|que tingueu un bon dia|a reveure)',
    ],
    no: [
      '(no|no no|nop|no gràcies|encara no|la veritat és que no|la veritat que no|em sembla que no|crec que no|diria que no|no ho crec|gens|de cap manera|no gaire|de moment no|ara no|ara mateix no|no cal|no fa falta|no és necessari)',
    ],
    yes: [
      '(sí|sí sí|sip|sí si us plau|sí gràcies|clar|clar que sí|és clar|esclar|és clar que sí|i tant|i tant que sí|per descomptat|dacord|entesos|vale|ok|okay|exacte|exactament|correcte|així és|això mateix|sens dubte|endavant|em sembla bé|està bé|sí que ho vull|sí vull|magradaria|sí magradaria|naturalment|sí és això|sí era això)',
    ],
    greeting: [
      '(hola|holaa|ei|bon dia|bona tarda|bones tardes|bon vespre|bona nit|molt bones|molt bon dia|salutacions|hola a tothom)',
      '(com va|què tal|com estàs|com està|com esteu|hi ha algú|hi ha algú aquí|que hi ha algú|hi ets)',
    ],
    vague: [
      '(tinc|tenia|mha sorgit) [només] (un|una|un altre|una altra|uns|unes|alguns) [petit|petita] (dubte|dubtes|pregunta|preguntes|consulta|problema|problemes)',
      '[em|ens] (pots|pot|podeu|poden|podries|podria|podríeu) [em] (ajudar|ajudarme|ajudar me|ajudarnos|ajudar nos|donar un cop de mà|donar un cop de ma)',
      '(majudes|majuda|majudeu|em pots donar un cop de mà)',
      '(necessito|vull|voldria|em cal) [la teva|la vostra|la seva|una mica d] (ajuda|assistència|dajuda)',
      '(puc|podria|voldria|volia) (fer|ferte|fer te|fervos|fer vos|ferli|fer li) una (pregunta|consulta)',
      '[això|res|alguna cosa] no (funciona|em funciona|va) [bé|gens]',
      '(ajuda|ajudam|ajudim|ajudeu me|pregunta|una pregunta|dubte|un dubte|consulta|una consulta|problema|un problema|estic perdut|estic perduda|alguna cosa va malament|alguna cosa falla)',
    ],
  },
  own: {
    mine: 'meu|meva|meus|meves|nostre|nostra|nostres|mon|ma|mes',
    asks: 'on|quan|què|quin|quina|quins|quines|estat|arribar|arriba|arriben|arribarà|arribaran|arribat|arribada|lliurament|lliurat|lliurada|entrega|entregat|enviat|enviada|enviament|seguiment|llest|llesta|previst|prevista|estimada|quant|quant de temps|digues me|digueu me|em pots dir|em podeu dir|vull saber|voldria saber|magradaria saber|està|estan',
    around:
      'el|la|els|les|l|un|una|de|del|dels|d|a|al|per|sobre|és|són|era|serà|seran|ha|han|va|van|ho|ell|ella|aquest|aquesta|aquests|aquestes|això|i|o|actual|actualment|últim|última|últims|últimes|darrer|darrera|ja|es troba',
  },
  phrases: {
    greeting: 'Hola! En què us puc ajudar?',
    clarifyingQuestion: 'Em podríeu donar algun detall més sobre el que voleu saber?',
    clarifyingChoice: 'Em podríeu donar algun detall més? Es tracta d’algun d’aquests temes: {topics}?',
    noAnswerWithOffer: 'No he trobat cap resposta a la vostra pregunta. Voleu parlar amb una persona?',
    noAnswer: 'No he trobat cap resposta a la vostra pregunta.',
    askForDetail: 'Em sap greu. Què és exactament el que voleu fer?',
    offerHuman: 'Em sap greu no haver-vos pogut ajudar. Voleu parlar amb una persona?',
    handingOver: 'Us poso en contacte amb una persona que us podrà ajudar.',
    closing: 'M’alegro d’haver-vos pogut ajudar. Que tingueu un bon dia!',
    anythingElse: 'D’acord. Us puc ajudar en alguna cosa més?',
    checkIn: 'És això el que buscàveu?',
    checkInWithOffer: 'És això el que buscàveu o preferiu parlar amb una persona?',
    chooseOption: 'Trieu una de les opcions:',
    invalidValue: 'No he entès la resposta. Ho podríeu tornar a provar?',
  },
  ratings: { terrible: 'Pèssim', bad: 'Dolent', ok: 'Correcte', good: 'Bo', amazing: 'Excel·lent' },
}
