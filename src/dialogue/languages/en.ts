import type { LanguageWords } from '../language-words.ts'

export const en: LanguageWords = {
  fillers:
    'please|pls|plz|hi|hello|hey|ok|okay|well|so|just|now|then|oh|um|thanks|thank you|sorry|asap|right now|here|there|but|actually|instead|really',
  patterns: {
    human: [
      '[can i|could i|may i|i want to|i wanna|i would like to|id like to|i need to|let me|i have to|i prefer to|how do i|how can i|is it possible to|i just want to] (talk|speak|chat) (to|with) (a|an|some|your|the) [real|live|actual|human] (human|human being|person|agent|operator|representative|rep|support agent|advisor|teammate|manager|supervisor)',
      '[can i|could i|may i|i want to|i wanna|i would like to|id like to|i need to|let me] (talk|speak|chat) (to|with) (someone|somebody|support|your support|customer support|customer service|your team|the support team|your support team|a human being) [real|human|else|from support]',
      '[can you|could you|would you] (connect|transfer|put|pass|forward|hand|escalate) (me|this) [over|through|on] to (a|an|your|the|some) [real|live|human] (human|person|agent|operator|representative|rep|colleague|support team|team)',
      '[can you|could you|would you] (connect|transfer|put|forward) me [over|through] (to|with) (someone|somebody|support|customer support|customer service|a human)',
      '[i want|i need|id like|i would like|give me|get me|can i get|can i have|could i get] (a|an|some) [real|live|actual] (human|person|human being|operator|representative|human agent|live agent|support agent|customer service rep)',
      '(human|real person|real human|live agent|live person|live chat|human agent|agent|operator|representative|customer service|speak to agent|talk to human|talk to agent|talk to support|human support)',
      '(escalate|escalate this|escalate please|i want to escalate|i want to escalate this)',
      '[is there|isnt there] (someone|somebody|anyone|a human|a person|a real person) [i can|that i can|who i can] (talk to|speak to|speak with|chat with)',
      'i (dont|do not) want to (talk|speak|chat) (to|with) (a|this|the) (bot|robot|machine|ai)',
      '(stop|no more) (bot|bots|robot)',
    ],
    unhelpful: [
      '(thats|that is|this is|its) not (it|right|correct|true|helpful|what i asked|what i asked for|what i meant|what i need|what i want|what i was looking for|an answer|the answer|my question)',
      '(this|that|it) (did not|didnt|does not|doesnt|was not|wasnt|is not|isnt) [really] (help|helpful|help me|useful|what i asked|what i asked for|what i meant|what i need|what i needed|what i was looking for|answer my question|the answer|right|correct)',
      '(not helpful|unhelpful|not useful|useless|wrong|wrong answer|this is wrong|thats wrong|that is wrong|not what i asked|not what i meant|not what i need|no help)',
      '(it|this|that) (still|also) (doesnt|does not|didnt|did not|isnt|is not) (work|working|help)',
      '(still|still not) (doesnt work|not working|working|broken|does not work)',
      '(you|you still) (did not|didnt|dont|do not) (answer|understand) (my question|me|the question)',
      'i (already|have already) (tried|did) (that|this|it)',
    ],
    thanks: [
      '(thanks|thank you|thx|ty|cheers|many thanks|thanks a lot|thanks so much|thanks very much|thank you so much|thank you very much|thanks a million|much appreciated|i appreciate it)',
      '(that|this|it) (helped|helps|worked|works|did it|solved it|solves it|fixed it|was helpful|is helpful|answers my question|answered my question) [a lot|me|now|perfectly|great]',
      '(that|this) (is|was|s) (it|all|all i needed|what i needed|exactly what i needed|exactly what i was looking for|very helpful|perfect|great)',
      '(it|everything) (is working|works) [now|again|fine]',
      '(solved|problem solved|issue solved|fixed|got it|perfect|great|awesome|excellent|brilliant|wonderful|super|all good|all set|im good|that is all|thats all|works now)',
      '(got it|great|perfect) [and] (thanks|thank you)',
      '(thanks|thank you) and (bye|goodbye|have a nice day|have a good day|have a great day)',
      '(bye|goodbye|have a nice day|have a good day|have a great day)',
    ],
    no: [
      '(no|nope|nah|not really|no thanks|no thank you|not yet|no not really|i dont think so|not at all|not now|no need)',
    ],
    yes: [
      '(yes|yeah|yep|yup|sure|of course|yes sure|absolutely|definitely|exactly|correct|please do|go ahead|yes it did|it did|yes it was|yes i would|i would|id like that|that would be great|sounds good|ok|okay|alright|all right)',
    ],
    greeting: [
      '(hi|hello|hey|hiya|howdy|greetings|yo|good morning|good afternoon|good evening|good day|morning|evening)',
      '(hi|hello|hey) (there|everyone|all|team|again|bot|dorsal|fin)',
      '(how are you|how is it going|hows it going|whats up|is anyone there|anyone there|are you there)',
    ],
    vague: [
      '[i need|i could use|i want|can i get|can you|could you] [some|your] (help|help me|assistance|support) [with something|with this|with a problem|with an issue]',
      'i (have|ve got|got) (a|an|another|one|one more|some) [quick|small|simple|other|general] (question|questions|problem|problems|issue|issues|request|doubt)',
      '(can|may|could) i ask [you] [something|a question|a quick question]',
      '(it|this|that|something) (doesnt|does not|isnt|is not|wont) (work|working|load|open)',
      '(not working|doesnt work|something is wrong|somethings wrong|something is broken|its broken|it is broken)',
      '(question|a question|quick question|problem|issue|help|help me|need help|support)',
      'i am (stuck|lost|confused)',
    ],
  },
  own: {
    mine: 'my|mine|our|ours|my own',
    asks: 'where|wheres|where are|when|whens|what|whats|which|status|state|arrive|arrives|arrived|arriving|arrival|delivery|delivered|shipping|shipped|ship|sent|dispatched|track|tracking|progress|update|eta|ready|due|expected|estimated|how much|how long|tell me|show me|can you tell me|could you tell me|can you show me|do you know|i want to know|i would like to know|id like to know|can you check|could you check|is|are|was|were|has|have|did|does',
    around:
      'the|a|an|of|for|on|about|be|been|being|will|shall|should|do|had|it|its|they|them|their|this|that|these|those|and|or|yet|already|still|currently|at the moment|last|latest|recent|newest|current|any|supposed to|going to|you',
  },
  phrases: {
    greeting: 'Hi! How can I help you today?',
    clarifyingQuestion: "Could you tell me a bit more about what you'd like to know?",
    clarifyingChoice: 'Could you tell me a bit more? Is it about one of these: {topics}?',
    noAnswerWithOffer: "I couldn't find an answer to that. Would you like to talk to a person?",
    noAnswer: "I couldn't find an answer to that.",
    askForDetail: 'Sorry about that. What exactly are you trying to do?',
    offerHuman: "I'm sorry that I could not help. Would you like to talk to a person?",
    handingOver: "I'm passing you on to a person who can help.",
    closing: 'Glad I could help. Have a nice day!',
    anythingElse: 'All right. Is there anything else I can help you with?',
    checkIn: 'Is that what you were looking for?',
    checkInWithOffer: 'Is that what you were looking for, or would you like to talk to a person?',
    chooseOption: 'Please choose one of these:',
    invalidValue: 'I did not understand that. Could you try again?',
  },
  ratings: { terrible: 'Terrible', bad: 'Bad', ok: 'OK', good: 'Good', amazing: 'Amazing' },
}
