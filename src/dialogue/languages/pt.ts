import type { LanguageWords } from '../language-words.ts'

export const pt: LanguageWords = {
  fillers:
    'por favor|pfv|pf|pfvr|se faz favor|olá|ola|oi|bom dia|boa tarde|boa noite|obrigado|obrigada|muito obrigado|muito obrigada|ok|okay|bem|então|mas|e|já|agora|agora mesmo|só|apenas|diretamente|simplesmente|desculpa|desculpe|é que|ah|oh|ei|aí|né|na verdade|urgente|de verdade|a todos|viu|tá',
  patterns: {
    human: [
      '[sim|não] [quero|eu quero|queria|eu queria|gostaria de|eu gostaria de|preciso|preciso de|prefiro|preferia|posso|poderia|eu poderia|consigo|é possível|dá para|dá pra|tem como|tenho de|como posso|como faço para|como faço pra|só quero] [eu] [por favor|apenas|mesmo] (falar|conversar|falar diretamente|teclar|entrar em contato|entrar em contacto|falar direto) com (alguém|uma|um|o|a|seu|vosso|algum|alguma) [pessoa|pessoa real|pessoa de verdade|humano|humana|ser humano|atendente|atendente humano|agente|agente humano|operador|operadora|assistente humano|assistente real|representante|consultor|colaborador|responsável|suporte|equipe de suporte|equipa de suporte|atendimento|apoio ao cliente|do suporte|da equipe|da equipa|do atendimento|do apoio ao cliente|real|de verdade]',
      '[sim|não] [quero|queria|gostaria de|preciso|posso] (falar|conversar) com (suporte|atendimento|gente|gente de verdade|humano|atendente|vocês|vosco)',
      '[sim|não] [me] [você] (pode|podes|poderia|podem|consegue|podia) [me] (passar|passar me|transferir|transferir me|conectar|ligar|ligar me|encaminhar|colocar em contato|pôr em contacto|pôr me em contacto) [por favor] (para|pra|a|com|ao|à) (alguém|um|uma|o|a|algum) [pessoa|pessoa real|humano|atendente|agente|operador|operadora|assistente humano|colega|suporte|do suporte]',
      '[sim|não] [me] (passa|passe|passe me|transfere|transfira|transfira me|conecta|conecte|encaminhe|coloque) [me] [em contato] (para|pra|pro|a|com|ao) [um|uma|o|a|algum] (alguém|pessoa|pessoa real|humano|atendente|atendente humano|agente|operador|suporte|alguém do suporte)',
      '[sim|não] (quero|queria|gostaria de|preciso de|prefiro|me dê|me dá) (um|uma) (humano|pessoa|pessoa real|pessoa de verdade|atendente|atendente humano|agente humano|operador|operadora) [real|de verdade]',
      '[um|uma] (humano|pessoa real|pessoa de verdade|ser humano|atendente|atendente humano|agente|agente humano|operador humano|atendimento humano|apoio ao cliente|atendimento ao cliente|chat ao vivo|falar com atendente|falar com humano|falar com pessoa|falar com agente|falar com operador|falar com assistente)',
      '(há|tem) (algum|alguém|um|uma|alguma) (atendente|humano|pessoa|operador) (disponível|online|aí)',
      '(há|tem|existe|não há|não tem) (alguém|alguma pessoa|uma pessoa|algum humano|um humano) [real] (com quem|com quem eu|com quem se) (falar|possa falar|posso falar|conversar)',
      '(não quero|não gosto de|cansei de|estou farto de|estou farta de|estou cansado de|estou cansada de) (falar|conversar) com (um|uma|este|esse|o|a|robô|robôs|bot|máquina) [robô|bot|chatbot|máquina|ia|computador]',
    ],
    unhelpful: [
      '[não] (isso|isto|essa resposta|esta resposta|a resposta|sua resposta) (não ajuda|não ajudou|não me ajuda|não me ajudou|não serve|não resolve|não resolveu|não resolve o meu problema|não resolveu meu problema|não responde à minha pergunta|não responde a minha pergunta|não responde minha pergunta|não respondeu à minha pergunta|não está correto|não está correta|está errada) [muito|em nada|nada]',
      '[não] (não ajudou|não me ajudou|não me ajuda|não ajuda|não resolveu|não respondeu à minha pergunta|não respondeu a minha pergunta|não respondeu minha pergunta|não respondeste à minha pergunta|não me entendeu|não entendeu|você não entendeu|não percebeste|não entendeu minha pergunta) [em nada|nada]',
      '[não] [isso|isto] (não é|não era|não foi) [bem] (o que procuro|o que eu procuro|o que procurava|o que eu procurava|o que estou procurando|o que estou a procurar|o que perguntei|o que eu perguntei|o que preciso|o que eu preciso|o que eu queria|o que quero|o que eu quero|o que eu quis dizer|isso|isso que eu queria|isso que eu quero|isso que eu perguntei|a minha pergunta|minha pergunta|útil|correto)',
      '[não] não era isso que (eu queria saber|queria saber|eu procurava|eu perguntei|perguntei|pedi)',
      '[não] [isso|isto] [mas] (continua sem funcionar|ainda não funciona|ainda não funcionou|continua a não funcionar|continua não funcionando|não funciona ainda|continua igual|também não funciona|ainda não deu certo)',
      '[eu] já (tentei|fiz|experimentei) [isso|isto]',
      '(inútil|nada útil|resposta errada|está errado|isso está errado|nada a ver|não tem nada a ver)',
    ],
    thanks: [
      '[muito|muitíssimo|ok] (obrigado|obrigada|obg|obgd|brigado|brigada|obrigadão|valeu|vlw|agradeço|agradecido|agradecida|muito grato|muito grata) [mesmo|demais|a você|a vocês|de novo] [pela|por|pela sua|pela tua|por tudo] [ajuda|resposta|atenção|informação|rapidez]',
      '[isso|isto|tudo|já|agora] (funcionou|já funciona|agora funciona|funciona agora|está funcionando|está a funcionar|deu certo|ajudou|ajudou muito|me ajudou|ajudou me|foi útil|resolveu|resolveu meu problema|resolveu o meu problema)',
      '(perfeito|ótimo|excelente|maravilha|maravilhoso|show de bola|fantástico|resolvido|problema resolvido|entendi|percebi|entendido|tudo certo|tudo resolvido|era isso|era isso mesmo|era mesmo isso|era exatamente isso|consegui)',
      '(era só isso|é só isso|era só|é tudo|era tudo|isso é tudo|mais nada|nada mais|por enquanto é só)',
      '(tchau|adeus|até logo|até mais|até breve|bom fim de semana|tenha um bom dia|tenha uma boa tarde|tenha um ótimo dia|um bom dia)',
    ],
    no: [
      '(não|nao|naum|não não|não obrigado|não obrigada|ainda não|acho que não|penso que não|creio que não|na verdade não|por enquanto não|agora não|de jeito nenhum|de modo nenhum|nem por isso|não muito|não é preciso|não precisa|não é necessário|não quero)',
    ],
    yes: [
      '(sim|sim sim|claro|claro que sim|com certeza|quero sim|sim quero|gostaria|gostaria sim|pode ser|pode sim|por favor sim|isso|isso mesmo|isso aí|exato|exatamente|certo|correto|ok|okay|tá bom|tá bem|está bem|está bom|de acordo|beleza|blz|combinado|aceito|sem dúvida|sim por favor)',
    ],
    greeting: [
      '(olá|oi|oii|oie|opa|ei|hey|hello|bom dia|boa tarde|boa noite|alô|saudações|olá a todos)',
      '(tudo bem|tudo bom|td bem|como vai|como está|como estás|tem alguém aí|tem alguém|está aí alguém|há alguém aí|alguém aí)',
    ],
    vague: [
      '[eu] (tenho|tinha|estou com|tô com|surgiu me) [aqui|só] (uma|um|outra|outro|umas|algumas) [pequena|pequeno] (dúvida|dúvidas|pergunta|perguntas|questão|questões|problema|probleminha|duvidazinha)',
      '[você|vocês|me] (pode|podes|podem|poderia|poderiam|podia|consegue) [me] (ajudar|ajudar me|dar uma ajuda|dar uma mão)',
      '[eu] (preciso de|preciso da|queria|gostaria de|necessito de) [uma|sua|tua|vossa] (ajuda|ajudinha|auxílio|assistência)',
      '(posso|queria|gostaria de) (fazer|fazer lhe|te fazer|lhe fazer) uma (pergunta|questão)',
      '[isso|isto|ele|algo] não (funciona|está funcionando|está a funcionar|tá funcionando) [nada|bem]',
      '(ajuda|ajude me|me ajuda|me ajude|ajuda me|socorro|pergunta|uma pergunta|dúvida|uma dúvida|problema|um problema|deu erro|estou perdido|estou perdida)',
    ],
  },
  own: {
    mine: 'meu|minha|meus|minhas|nosso|nossa|nossos|nossas',
    asks: 'onde|cadê|quando|que|qual|quais|o que|status|estado|situação|chegar|chega|chegam|chegará|chegarão|chegou|chegada|entrega|entregue|entregues|enviado|enviada|enviados|envio|despachado|rastreio|rastreamento|pronto|pronta|previsto|prevista|previsão|estimada|quanto|quanto tempo|me diga|diga me|pode me dizer|você pode me dizer|quero saber|gostaria de saber|queria saber|sabe|mostre me|está|tá|estão|foi|foram',
    around:
      'o|a|os|as|um|uma|de|do|da|dos|das|em|no|na|para|pra|por|sobre|é|são|era|será|serão|vai|vão|deve|tem|já|ele|ela|eles|elas|este|esta|esse|essa|isso|isto|ou|atual|atualmente|último|última|últimos|últimas|recente|ser|sido|se encontra|e|que está',
  },
  phrases: {
    greeting: 'Olá! Em que posso ajudar?',
    clarifyingQuestion: 'Pode dar-me mais alguns detalhes sobre o que gostaria de saber?',
    clarifyingChoice: 'Pode dar-me mais alguns detalhes? Trata-se de um destes temas: {topics}?',
    noAnswerWithOffer: 'Não encontrei uma resposta para a sua pergunta. Gostaria de falar com uma pessoa?',
    noAnswer: 'Não encontrei uma resposta para a sua pergunta.',
    askForDetail: 'Lamento. O que gostaria de fazer exatamente?',
    offerHuman: 'Lamento não ter conseguido ajudar. Gostaria de falar com uma pessoa?',
    handingOver: 'Vou passar a conversa a uma pessoa que pode ajudar.',
    closing: 'Ainda bem que pude ajudar. Tenha um bom dia!',
    anythingElse: 'Muito bem. Posso ajudar em mais alguma coisa?',
    checkIn: 'Era isto que procurava?',
    checkInWithOffer: 'Era isto que procurava ou prefere falar com uma pessoa?',
    chooseOption: 'Escolha uma opção:',
    invalidValue: 'Não entendi a sua resposta. Pode tentar novamente?',
  },
  ratings: { terrible: 'Péssimo', bad: 'Mau', ok: 'Razoável', good: 'Bom', amazing: 'Excelente' },
}
