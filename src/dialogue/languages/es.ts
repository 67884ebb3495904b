import type { LanguageWords } from '../language-words.ts'

export const es: LanguageWords = {
  fillers:
    'por favor|porfavor|porfa|xfa|hola|buenas|buenos días|buenas tardes|buenas noches|gracias|muchas gracias|ok|okay|bueno|bien|pues|entonces|pero|y|ya|ahora|ahora mismo|solo|simplemente|directamente|mejor|perdón|perdona|perdone|disculpa|disculpe|disculpen|oye|saludos|un saludo|ah|oh|es que|la verdad|en serio|urgente|a todos',
  patterns: {
    human: [
      '[sí|no] [quiero|yo quiero|quisiera|querría|me gustaría|necesito|deseo|prefiero|preferiría|puedo|podría|podría yo|es posible|se puede|hay forma de|déjame|tengo que|cómo puedo|cómo hago para|solo quiero] [por favor|mejor|ya] (hablar|chatear|conversar|comunicarme|contactar|contactarme|hablar directamente) (con|a) (alguien|una|un|el|la|su|vuestro|tu|algún|alguna) [verdadera|verdadero] [persona|persona real|persona de verdad|persona humana|humano|ser humano|agente|agente humano|asesor|asesora|operador|operadora|ejecutivo|ejecutiva|representante|encargado|supervisor|equipo de soporte|servicio al cliente|servicio de atención al cliente|soporte|de soporte|del equipo|de atención al cliente|del soporte|real]',
      '[sí|no] [quiero|quisiera|me gustaría|necesito|puedo|cómo puedo] (hablar|chatear|contactar) con (soporte|atención al cliente|servicio al cliente|personal humano|vosotros|ustedes)',
      '[sí|no] [me] (puedes|puede|pueden|podéis|podrías|podría|podrían|podríais) [me] (comunicar|comunicarme|conectar|conectarme|pasar|pasarme|transferir|transferirme|derivar|derivarme|poner en contacto|ponerme en contacto) [por favor] (con|a) (alguien|una|un|el|la|su|algún) [persona|persona real|humano|agente|agente humano|asesor|asesora|operador|operadora|ejecutivo|representante|compañero|equipo|soporte|de soporte]',
      '[sí|no] (quiero que|quisiera que|necesito que) (me|nos) (atienda|responda|ayude) (una|un) (persona|persona real|humano|agente|asesor)',
      '[sí|no] (me comunica|me comunicas|me comunican|me pasa|me pasas|me pasan|pásame|páseme|pásenme|comunícame|comuníqueme|comuníquenme|conéctame|conécteme|transfiéreme|transfiérame|ponme en contacto|póngame en contacto|derívame) (con|a) (alguien|una|un|el|la|su|algún|soporte) [persona|persona real|humano|agente|agente humano|asesor|asesora|operador|operadora|ejecutivo|representante|soporte|de soporte]',
      '[sí|no] (quiero|quisiera|necesito|me gustaría|dame|denme|prefiero) [por favor] (una|un|a una|a un) (persona|persona real|persona humana|humano|agente|agente humano|asesor|asesora|operador|operadora|representante) [real|de verdad]',
      '[un|una] (humano|persona real|persona de verdad|ser humano|agente|agente humano|agente real|agente en vivo|asesor|asesora|asesor humano|operador humano|atención al cliente|servicio al cliente|chat en vivo|hablar con agente|hablar con asesor|hablar con humano|hablar con persona)',
      '(hay|no hay|habrá) (alguien|alguna persona|una persona|algún humano|un humano) [real] (con quien|con quién|con la que|con el que) (hablar|pueda hablar|puedo hablar|se pueda hablar)',
      '(no quiero|no deseo|no me gusta|estoy harto de|estoy harta de) (hablar|chatear|conversar) con (un|una|este|esta|el|la) (robot|bot|chatbot|máquina|ia|computadora|ordenador)',
    ],
    unhelpful: [
      '[no] (esto|eso|esta respuesta|la respuesta|tu respuesta|su respuesta) (no me ayuda|no me ayudó|no me ha ayudado|no ayuda|no sirve|no me sirve|no me sirvió|no me ha servido|no responde a mi pregunta|no responde mi pregunta|no contesta mi pregunta|no resuelve mi problema|no resuelve mi duda|no es correcta|no es correcto) [mucho|de nada|para nada]',
      '[no] (no me ayuda|no me ayudó|no me ha ayudado|no me sirve|no me sirvió|no ayuda|no responde a mi pregunta|no responde mi pregunta|no respondiste mi pregunta|no has respondido a mi pregunta|no respondió mi pregunta|no me entiendes|no me entiende|no entiendes|no entendiste mi pregunta) [de nada|para nada|mucho]',
      '[no] [esto|eso] (no es|no era) (lo que busco|lo que buscaba|lo que estoy buscando|lo que estaba buscando|lo que pregunté|lo que he preguntado|lo que pedí|lo que necesito|lo que quiero|lo que quería|lo que quise decir|mi pregunta|correcto|útil|eso)',
      '[no] [esto|eso] (sigue sin funcionar|sigue sin servir|todavía no funciona|aún no funciona|tampoco funciona|no funciona todavía|sigue igual)',
      '(ya lo|ya lo he|eso ya lo) (intenté|probé|hice|intentado|probado|hecho)',
      '(inútil|nada útil|respuesta incorrecta|respuesta equivocada|eso es incorrecto|eso está mal|nada que ver)',
    ],
    thanks: [
      '[muchas|muchísimas|mil|ok|okey] (gracias|grasias|thanks) [a ti|a usted|a ustedes|de verdad] [por|por la|por su|por tu|por vuestra|por todo] [gran|rápida] [ayuda|respuesta|atención|información]',
      '(te|le|les|os) (agradezco|lo agradezco) [mucho|la ayuda|su ayuda|tu ayuda]',
      '[eso|esto|todo] (funcionó|ha funcionado|ya funciona|funciona ahora|ahora funciona|ahora sí funciona|me ayudó|me ha ayudado|me sirvió|me ha servido|me fue útil|resolvió mi duda|responde a mi pregunta) [mucho|perfectamente]',
      '(perfecto|genial|excelente|estupendo|fantástico|maravilloso|buenísimo|listo|solucionado|resuelto|problema resuelto|entendido|todo bien|todo claro|ya está|me quedó claro|muy amable|era justo lo que buscaba|es justo lo que buscaba)',
      '(eso es todo|es todo|eso era todo|sería todo|nada más|era eso)',
      '(adiós|hasta luego|chao|chau|hasta pronto|que tengas un buen día|que tenga un buen día|que tenga buen día|feliz día|nos vemos)',
    ],
    no: [
      '(no|nop|nope|no no|no gracias|todavía no|aún no|la verdad que no|la verdad es que no|creo que no|no creo|para nada|en absoluto|no realmente|por ahora no|de momento no|ahora no|no hace falta|no es necesario|claro que no)',
    ],
    yes: [
      '(sí|sip|sii|siii|sí sí|claro|claro que sí|por supuesto|vale|ok|okay|dale|de acuerdo|desde luego|exacto|exactamente|correcto|así es|eso es|afirmativo|sin duda|está bien|me parece bien|perfecto sí|sí quiero|sí eso es|sí eso era|sí es eso|me gustaría|adelante|cómo no)',
    ],
    greeting: [
      '(hola|holaa|holaaa|ola|hey|hello|buenas|muy buenas|buenos días|buen día|buenas tardes|buenas noches|saludos|hola a todos)',
      '(qué tal|cómo estás|cómo está|cómo están|qué hay|hay alguien|hay alguien ahí|estás ahí|alguien ahí)',
    ],
    vague: [
      '(tengo|tenía|me ha surgido|me surgió) [solo] (una|un|otra|otro|unas|algunas) [pequeña|pequeño] (duda|dudas|pregunta|preguntas|consulta|problema|inconveniente|problemita)',
      '[me|nos] (puedes|puede|pueden|podéis|podrías|podría|podrían) [me] (ayudar|ayudarme|ayudarnos|echar una mano|asistir)',
      '(necesito|quiero|quisiera|requiero|ocupo) [tu|su|un poco de|de su|de tu] (ayuda|asistencia|soporte)',
      '(puedo|podría|quería|quisiera|quiero) (hacer|hacerte|hacerle|hacerles) (una|otra) (pregunta|consulta)',
      '[esto|eso|algo] (no funciona|no me funciona|no sirve|no va) [nada|bien]',
      '(ayuda|ayúdame|ayúdeme|ayúdenme|pregunta|una pregunta|duda|una duda|consulta|una consulta|problema|un problema|algo va mal|estoy perdido|estoy perdida)',
    ],
  },
  own: {
    mine: 'mi|mis|nuestro|nuestra|nuestros|nuestras|mío|mía|míos|mías',
    asks: 'dónde|cuándo|qué|cuál|cuáles|estado|estatus|llegar|llega|llegan|llegará|llegarán|llegada|llegado|entrega|entregado|entregada|entregan|entregarán|enviado|enviada|enviados|enviadas|envío|seguimiento|rastreo|listo|lista|previsto|prevista|estimada|cuánto|cuánto tiempo|dime|dígame|me puedes decir|me puede decir|puedes decirme|puede decirme|quiero saber|quisiera saber|me gustaría saber|sabes|sabe|muéstrame|está|están|ha|han|fue',
    around:
      'el|la|los|las|un|una|de|del|a|al|para|por|sobre|es|son|era|será|serán|sido|va|van|debe|lo|ella|ellos|este|esta|estos|estas|eso|esto|o|actual|actualmente|último|última|últimos|últimas|reciente|en que|en qué|se|me|tiene',
  },
  phrases: {
    greeting: '¡Hola! ¿En qué puedo ayudarle?',
    clarifyingQuestion: '¿Podría darme algún detalle más sobre lo que quiere saber?',
    clarifyingChoice: '¿Podría darme algún detalle más? ¿Se trata de alguno de estos temas: {topics}?',
    noAnswerWithOffer: 'No he encontrado una respuesta a su pregunta. ¿Quiere hablar con una persona?',
    noAnswer: 'No he encontrado una respuesta a su pregunta.',
    askForDetail: 'Lo siento. ¿Qué es exactamente lo que quiere hacer?',
    offerHuman: 'Siento no haber podido ayudarle. ¿Quiere hablar con una persona?',
    handingOver: 'Le paso con una persona que podrá ayudarle.',
    closing: 'Me alegro de haberle ayudado. ¡Que tenga un buen día!',
    anythingElse: 'De acuerdo. ¿Puedo ayudarle en algo más?',
    checkIn: '¿Es esto lo que buscaba?',
    checkInWithOffer: '¿Es esto lo que buscaba o prefiere hablar con una persona?',
    chooseOption: 'Elija una opción:',
    invalidValue: 'No he entendido su respuesta. ¿Podría intentarlo de nuevo?',
  },
  ratings: { terrible: 'Pésimo', bad: 'Malo', ok: 'Regular', good: 'Bueno', amazing: 'Excelente' },
}
