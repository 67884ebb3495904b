/** How one language speaks to a model. Pieces of patterns over folded text: lower case, accents do not matter. */
export interface InstructionWords {
  /** Ignore, forget. */
  readonly ignore: string
  /** Previous, above, all: which of the orders. */
  readonly earlier: string
  /** Instructions as those to whom they were given call them. */
  readonly orders: string
  /** "The previous instructions ignore": the verb may end the sentence. */
  readonly isVerbLast?: true
  readonly reveal: string
  /** The system prompt. */
  readonly prompt: string
  /** You are now another assistant; do not tell the user. */
  readonly sentences: readonly string[]
}

const german: InstructionWords = {
  ignore: 'ignorier|missacht|vergiss|vergessen sie|beachte nicht',
  earlier: 'vorherig|vorig|bisherig|obig|früher|alle|deine|vorangegangen',
  orders: 'anweisung|instruktion|vorgaben|befehle|systemprompt|richtlinien',
  reveal: 'verrat|verrät|zeig|offenbar|nenn|gib|wiederhol',
  prompt: 'system ?prompt|systemanweisung|deine anweisungen|system nachricht',
  sentences: [
    '(?:alle|deine|die) (?:vorherigen|bisherigen|obigen) (?:anweisungen|instruktionen) (?:zu )?(?:ignorier|missacht|vergess)',
    'du bist (?:jetzt|nun|ab sofort|kein)[^.]{0,30}(?:ki |assistent|chatbot|sprachmodell|pirat)',
    'sag (?:es )?de[mr] (?:be)?nutzer(?:in)? nicht|verrate de[mr] (?:be)?nutzer|ohne de[nm] (?:be)?nutzer zu informieren',
    'wenn du eine? (?:ki|sprachmodell|chatbot|ki assistent)',
  ],
}
const french: InstructionWords = {
  ignore: 'ignor(?:e|ez|er) |oublie|ne tiens pas compte|ne tenez pas compte|ne suis pas|ne suivez pas',
  earlier: 'précédent|antérieur|toutes|ci dessus|tes |vos ',
  orders: 'instructions?|consignes?|directives?',
  reveal: 'révèle|affiche|montre|répète|divulgue|donne',
  prompt: 'prompt (?:du )?système|invite (?:du )?système|message système|tes instructions|tes consignes',
  sentences: [
    '(?:tu es|vous êtes) (?:maintenant|désormais)[^.]{0,30}(?:ia |assistant|chatbot|pirate|modèle)',
    'ne (?:dis|dites|révèle|révélez) (?:rien |pas )(?:cela |ça )?à l ?utilisateur|sans (?:en )?informer l ?utilisateur',
    'si (?:tu es|vous êtes) une? (?:ia|modèle de langage|assistant|chatbot)',
  ],
}
const spanish: InstructionWords = {
  ignore: 'ignor[ae]|olvid[ae]|desestim|haz caso omiso|no sigas',
  earlier: 'anterior|previ[ao]|todas|de arriba|tus ',
  orders: 'instrucci[oó]n|órdenes|indicacion|directri',
  reveal: 'revel|muestra|muéstra|repite|imprime|divulg',
  prompt: 'prompt del sistema|mensaje del sistema|indicaciones del sistema|tus instrucciones',
  sentences: [
    '(?:ahora eres|eres ahora|a partir de ahora eres|ya no eres)[^.]{0,30}(?:ia |asistente|chatbot|pirata|modelo)',
    'no (?:le |se lo )?(?:digas|diga|informes|reveles)[^.]{0,20} al usuario|sin (?:informar|decirle) al usuario',
    'si eres (?:una? )?(?:ia|modelo de lenguaje|asistente|chatbot)',
  ],
}
const portuguese: InstructionWords = {
  ignore: 'ignor[ea]|desconsider|esqueç|não siga',
  earlier: 'anterior|prévias|todas|acima|suas ',
  orders: 'instruç|ordens|diretriz|comandos',
  reveal: 'revel|mostre|repita|imprima|divulgue|exiba',
  prompt: 'prompt d[eo] sistema|mensagem d[eo] sistema|suas instruções',
  sentences: [
    '(?:agora você é|você agora é|você não é mais)[^.]{0,30}(?:ia |assistente|chatbot|pirata|modelo)',
    'não (?:diga|conte|informe|revele)[^.]{0,20} ao usuário|sem (?:informar|avisar) o usuário',
    'se você (?:é|for) uma? (?:ia|modelo de linguagem|assistente|chatbot)',
  ],
}
const italian: InstructionWords = {
  ignore: 'ignora|dimentica|non seguire|trascura',
  earlier: 'precedent|tutte|sopra|tue ',
  orders: 'istruzion|direttiv|prompt',
  reveal: 'rivela|mostra|ripeti|stampa|divulga',
  prompt: 'prompt di sistema|messaggio di sistema|tue istruzioni',
  sentences: [
    '(?:ora sei|adesso sei|non sei più)[^.]{0,30}(?:ia |assistente|chatbot|pirata|modello)',
    'non (?:dire|dirlo|rivelare|informare)[^.]{0,20} (?:all ?|l ?)utente|senza informare l ?utente',
    'se sei (?:una? ?)?(?:ia|modello linguistico|assistente|chatbot)',
  ],
}
const dutch: InstructionWords = {
  ignore: 'negeer|vergeet|volg niet',
  earlier: 'vorige|eerdere|bovenstaande|voorgaande|alle ',
  orders: 'instructies|aanwijzingen|opdrachten|richtlijnen',
  reveal: 'onthul|toon|herhaal|laat zien',
  prompt: 'systeemprompt|systeem prompt|je instructies',
  sentences: [
    'je bent nu[^.]{0,30}(?:ai |assistent|chatbot|piraat)',
    'vertel (?:dit niet aan )?de gebruiker niet|vertel dit niet aan de gebruiker',
  ],
}
const swedish: InstructionWords = {
  ignore: 'ignorera|strunta i|glöm|bortse från',
  earlier: 'tidigare|föregående|ovanstående|alla ',
  orders: 'instruktion|anvisning',
  reveal: 'avslöja|visa|upprepa|skriv ut',
  prompt: 'systemprompt|dina instruktioner',
  sentences: ['du är nu[^.]{0,30}(?:ai |assistent|chatbot|pirat)', 'berätta inte (?:detta )?för användaren'],
}
const polish: InstructionWords = {
  ignore: 'z?ignoruj|zapomnij|pomiń|nie zwracaj uwagi',
  earlier: 'poprzedni|wcześniejsz|powyższ|wszystki',
  orders: 'instrukcj|polece[nń]|wytyczn',
  reveal: 'ujawnij|pokaż|powtórz|wyświetl|zdradź',
  prompt: 'prompt systemow|prompta? systemu|monit systemow|swoje instrukcje',
  sentences: ['jesteś teraz[^.]{0,30}(?:ai |asystent|chatbot|pirat)', 'nie mów (?:o tym )?użytkownik'],
}
const czech: InstructionWords = {
  ignore: 'ignoruj|zapomeň|nedbej',
  earlier: 'předchoz|dřívějš|výše|všechn',
  orders: 'instrukc|pokyn|příkaz',
  reveal: 'prozraď|ukaž|zopakuj|vypiš',
  prompt: 'systémov[^. ]+ (?:prompt|výzv|instrukc|pokyn)',
  sentences: ['(?:nyní|teď) jsi[^.]{0,30}(?:ai |asistent|chatbot|pirát)', 'neříkej (?:to )?uživatel'],
}
const russian: InstructionWords = {
  ignore: 'игнорируй|проигнорируй|забудь|не обращай внимания|пренебреги|не следуй',
  earlier: 'предыдущ|прежн|выше|ранее|все |твои',
  orders: 'инструкци|указани|команды|промпт|предписани',
  reveal: 'раскрой|покажи|повтори|выведи|напечатай|выдай',
  prompt: 'системн[^. ]+ (?:промпт|подсказк|инструкци|сообщени)|свои инструкции',
  sentences: [
    '(?:теперь ты|ты теперь|отныне ты|ты больше не)[^.]{0,30}(?:ии |ассистент|чат ?бот|пират|модель)',
    'не (?:говори|сообщай|рассказывай)[^.]{0,20} пользовател',
    'если ты (?:ии|языковая модель|ассистент|чат ?бот)',
  ],
}
const ukrainian: InstructionWords = {
  ignore: 'ігноруй|проігноруй|забудь|не зважай|не дотримуйся',
  earlier: 'попередн|раніше|вище|усі |всі |твої',
  orders: 'інструкці|вказівк|команди|промпт',
  reveal: 'розкрий|покажи|повтори|виведи|надрукуй',
  prompt: 'системн[^. ]+ (?:промпт|підказк|інструкці|повідомлення)|свої інструкції',
  sentences: [
    '(?:тепер ти|ти тепер|віднині ти)[^.]{0,30}(?:ші |асистент|чат ?бот|пірат|модель)',
    'не (?:кажи|повідомляй)[^.]{0,20} користувач',
  ],
}
const greek: InstructionWords = {
  ignore: 'αγνόησε|αγνοήστε|ξέχασε|ξεχάστε',
  earlier: 'προηγούμεν|παραπάνω|όλες',
  orders: 'οδηγίες|εντολές',
  reveal: 'αποκάλυψε|δείξε|επανάλαβε',
  prompt: 'προτροπή συστήματος|οδηγίες συστήματος|οδηγίες σου',
  sentences: ['(?:τώρα είσαι|είσαι πλέον)[^.]{0,30}(?:βοηθός|chatbot|μοντέλο)', 'μην (?:το )?πεις στον χρήστη'],
}
const turkish: InstructionWords = {
  ignore: 'yok ?say|görmezden gel|dikkate alma|unut(?![^. ])',
  earlier: 'önceki|yukarıdaki|tüm|bütün',
  orders: 'talimat|yönerge|komut|istem',
  isVerbLast: true,
  reveal: 'göster|açıkla|ifşa|tekrarla|yazdır',
  prompt: 'sistem (?:istemi|komutu|talimat|prompt)|talimatlarını',
  sentences: [
    '(?:artık sen|sen artık)[^.]{0,30}(?:yapay zeka|asistan|chatbot|korsan)',
    'kullanıcıya (?:bundan )?(?:söyleme|bahsetme|bildirme)',
  ],
}
const arabic: InstructionWords = {
  ignore: 'تجاهل|انس |لا تتبع|تغاض',
  earlier: 'السابق|أعلاه|جميع|كل |المذكورة',
  orders: 'تعليمات|الأوامر|أوامر|التوجيهات|الإرشادات',
  reveal: 'اكشف|أظهر|اعرض|كرر|اطبع',
  prompt: 'موجه النظام|تعليمات النظام|تعليماتك|رسالة النظام',
  sentences: ['أنت الآن[^.]{0,30}(?:مساعد|نموذج|روبوت|قرصان)', 'لا تخبر المستخدم'],
}
const hebrew: InstructionWords = {
  ignore: 'התעלם|התעלמו|תתעלם|שכח|תשכח',
  earlier: 'הקודמ|לעיל|כל ',
  orders: 'הוראות|ההנחיות|הנחיות|הפקודות',
  reveal: 'חשוף|גלה|הצג|חזור על|הדפס',
  prompt: 'הנחי(?:ית|ות) המערכת|הוראות המערכת|הפרומפט|ההוראות שלך',
  sentences: ['אתה (?:עכשיו|כעת|מעתה)[^.]{0,30}(?:עוזר|צ אט ?בוט|מודל|פיראט)', 'אל (?:תספר|תגיד|תגלה) למשתמש'],
}
const persian: InstructionWords = {
  ignore: 'نادیده بگیر|فراموش کن|پیروی نکن',
  earlier: 'قبلی|بالا|پیشین|تمام|همه',
  orders: 'دستور|راهنمایی',
  isVerbLast: true,
  reveal: 'فاش کن|نشان بده|تکرار کن|چاپ کن',
  prompt: 'دستور(?:ات|العمل های)? سیستم|پرامپت سیستم|دستورات خود',
  sentences: ['تو (?:اکنون|حالا)[^.]{0,30}(?:دستیار|ربات|مدل)', 'به کاربر نگو'],
}
const hindi: InstructionWords = {
  ignore: 'अनदेखा|नज़रअंदाज़|नजरअंदाज|भूल जा|उपेक्षा',
  earlier: 'पिछले|पिछली|सभी|उपरोक्त|पहले',
  orders: 'निर्देश|आदेश',
  isVerbLast: true,
  reveal: 'प्रकट|दिखा|दोहरा|बता',
  prompt: 'सिस्टम (?:प्रॉम्प्ट|निर्देश|संदेश)|अपने निर्देश',
  sentences: ['अब (?:तुम|आप)[^.]{0,30}(?:सहायक|चैटबॉट|मॉडल)', 'उपयोगकर्ता को (?:मत|न) बता'],
}
const thai: InstructionWords = {
  ignore: 'เพิกเฉย|ไม่ต้องสนใจ|ละเว้น|ลืม|เมินเฉย',
  earlier: 'ก่อนหน้า|ข้างต้น|ทั้งหมด',
  orders: 'คำสั่ง',
  isVerbLast: true,
  reveal: 'เปิดเผย|แสดง|พิมพ์',
  prompt: 'พรอมต์ระบบ|คำสั่งระบบ|ข้อความระบบ',
  sentences: ['ตอนนี้คุณคือ[^.]{0,30}(?:ผู้ช่วย|แชทบอท|โมเดล)', 'อย่าบอกผู้ใช้'],
}
const vietnamese: InstructionWords = {
  ignore: 'bỏ qua|phớt lờ|quên đi|hãy quên',
  earlier: 'trước|bên trên|ở trên|tất cả',
  orders: 'hướng dẫn|chỉ thị|mệnh lệnh|chỉ dẫn',
  reveal: 'tiết lộ|hiển thị|in ra|lặp lại',
  prompt: 'lời nhắc hệ thống|system prompt|chỉ thị hệ thống',
  sentences: ['(?:bây giờ bạn là|giờ bạn là)[^.]{0,30}(?:trợ lý|chatbot|mô hình)', 'đừng nói (?:cho|với) người dùng'],
}
const indonesian: InstructionWords = {
  ignore: 'abaikan|lupakan',
  earlier: 'sebelumnya|di atas|semua',
  orders: 'instruksi|perintah|petunjuk',
  reveal: 'ungkapkan|tampilkan|ulangi|bocorkan',
  prompt: 'prompt sistem|instruksi sistem|instruksimu',
  sentences: [
    '(?:kamu sekarang|sekarang kamu) adalah[^.]{0,30}(?:asisten|chatbot|model)',
    'jangan (?:beri ?tahu|katakan)[^.]{0,20} pengguna',
  ],
}
const chinese: InstructionWords = {
  ignore: '忽略|无视|無視|忘记|忘記|忽视|忽視|不要遵[守循]|不要理会',
  earlier: '之前|以前|先前|上面|上述|前面|以上|所有|全部|你的',
  orders: '指令|指示|提示词|提示詞|命令',
  isVerbLast: true,
  reveal: '透露|显示|顯示|输出|輸出|重复|重複|泄露|洩露|告诉|告訴|打印',
  prompt: '系统提示|系統提示|系统指令|系統指令|你的指令|你的提示词',
  sentences: [
    '(?:你现在是|你現在是|从现在起你是|從現在起你是)[^.]{0,20}(?:助手|助理|人工智|模型|机器人|機器人|海盗)',
    '不要告[诉訴]用[户戶]|不要(?:告知|通知)用[户戶]',
    '如果你是[^.]{0,8}(?:人工智能|语言模型|語言模型|助手|机器人)',
  ],
}
const japanese: InstructionWords = {
  ignore: '無視し|無視せよ|忘れて|忘れろ|従わない',
  earlier: '以前|これまで|上記|前の|すべて|全て|今まで|あなたの',
  orders: '指示|命令|プロンプト|指令',
  isVerbLast: true,
  reveal: '明かし|表示し|出力し|開示|繰り返し|教えて|漏らし',
  prompt: 'システムプロンプト|システム ?プロンプト|あなたの指示',
  sentences: [
    'あなたは(?:今|これ)から[^.]{0,20}(?:ai|アシスタント|ボット|モデル|海賊)',
    'ユーザーに(?:は)?(?:言わない|伝えない|教えない|知らせない)',
    'あなたが[^.]{0,10}(?:ai|言語モデル|アシスタント)(?:なら|である場合|の場合)',
  ],
}
const korean: InstructionWords = {
  ignore: '무시하|무시해|잊어|잊으|잊고|따르지 마',
  earlier: '이전|위의|앞선|모든|지금까지',
  orders: '지시|명령|프롬프트|지침',
  isVerbLast: true,
  reveal: '공개하|보여|출력하|출력해|반복하|알려',
  prompt: '시스템 ?프롬프트|시스템 ?지침|너의 지시|당신의 지시',
  sentences: [
    '(?:너는|당신은) 이제[^.]{0,20}(?:ai|어시스턴트|챗봇|모델|비서)',
    '사용자에게 (?:이 사실을 )?(?:말하지|알리지)',
    '(?:네가|당신이) [^.]{0,10}(?:ai|언어 ?모델|어시스턴트)라면',
  ],
}

export const LANGUAGES: readonly InstructionWords[] = [
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  swedish,
  polish,
  czech,
  russian,
  ukrainian,
  greek,
  turkish,
  arabic,
  hebrew,
  persian,
  hindi,
  thai,
  vietnamese,
  indonesian,
  chinese,
  japanese,
  korean,
]
