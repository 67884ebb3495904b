import { expect, test } from 'vitest'
import { detectLanguage } from './detect-language.ts'

/** One paragraph about the same thing in each language, written for this test. */
const PARAGRAPHS: Readonly<Record<string, string>> = {
  en: 'Your invoice is created on the first day of every month and sent to the billing contact. If a payment fails, we try the card again after three days and send a message to the owner of the workspace.',
  de: 'Ihre Rechnung wird am ersten Tag jedes Monats erstellt und an den Ansprechpartner geschickt. Schlägt eine Zahlung fehl, versuchen wir es nach drei Tagen noch einmal und benachrichtigen den Inhaber des Arbeitsbereichs.',
  fr: "Votre facture est créée le premier jour de chaque mois puis envoyée au contact de facturation. Si un paiement échoue, nous essayons de nouveau trois jours plus tard et prévenons le propriétaire de l'espace.",
  es: 'La factura se genera el primer día de cada mes y se envía al contacto de facturación. Si un pago falla, volvemos a intentarlo a los tres días y avisamos al propietario del espacio de trabajo.',
  pt: 'A fatura é gerada no primeiro dia de cada mês e enviada para o contato financeiro. Se um pagamento falhar, tentamos outra vez depois de três dias e avisamos o dono do espaço de trabalho.',
  it: 'La fattura viene creata il primo giorno di ogni mese e inviata al referente amministrativo. Se un pagamento non riesce, riproviamo dopo tre giorni e avvisiamo il proprietario dello spazio di lavoro.',
  nl: 'Je factuur wordt op de eerste dag van elke maand gemaakt en naar de contactpersoon gestuurd. Als een betaling mislukt, proberen we het na drie dagen opnieuw en sturen we een bericht naar de eigenaar.',
  sv: 'Fakturan skapas den första dagen i varje månad och skickas till kontaktpersonen. Om en betalning misslyckas försöker vi igen efter tre dagar och meddelar ägaren av arbetsytan.',
  da: 'Fakturaen oprettes den første dag i hver måned og sendes til kontaktpersonen. Hvis en betaling mislykkes, prøver vi igen efter tre dage og giver ejeren af arbejdsområdet besked.',
  no: 'Fakturaen lages den første dagen i hver måned og blir sendt til kontaktpersonen. Hvis en betaling ikke går gjennom, prøver vi på nytt etter tre dager og sier fra til eieren av arbeidsområdet.',
  fi: 'Lasku luodaan jokaisen kuukauden ensimmäisenä päivänä ja lähetetään yhteyshenkilölle. Jos maksu epäonnistuu, yritämme uudelleen kolmen päivän kuluttua ja ilmoitamme siitä työtilan omistajalle.',
  hu: 'A számla minden hónap első napján készül el, és a kapcsolattartónak küldjük. Ha a fizetés sikertelen, három nap múlva újra megpróbáljuk, és értesítjük a munkaterület tulajdonosát.',
  ro: 'Factura este creată în prima zi a fiecărei luni și este trimisă persoanei de contact. Dacă o plată nu reușește, încercăm din nou după trei zile și îl anunțăm pe proprietarul spațiului de lucru.',
  tr: 'Faturanız her ayın ilk gününde oluşturulur ve ilgili kişiye gönderilir. Bir ödeme başarısız olursa üç gün sonra yeniden deneriz ve çalışma alanının sahibine haber veririz.',
  pl: 'Faktura jest tworzona pierwszego dnia każdego miesiąca i wysyłana do osoby kontaktowej. Jeśli płatność się nie powiedzie, próbujemy ponownie po trzech dniach i powiadamiamy właściciela.',
  cs: 'Faktura se vytváří první den každého měsíce a posílá se kontaktní osobě. Pokud platba selže, zkusíme to po třech dnech znovu a dáme vědět majiteli pracovního prostoru.',
  ru: 'Счёт создаётся в первый день каждого месяца и отправляется контактному лицу. Если платёж не проходит, мы повторяем попытку через три дня и сообщаем об этом владельцу.',
  uk: 'Рахунок створюється першого дня кожного місяця і надсилається контактній особі. Якщо оплата не проходить, ми пробуємо ще раз через три дні та повідомляємо власника.',
  bg: 'Фактурата се създава на първия ден от всеки месец и се изпраща на лицето за контакт. Ако плащането не успее, опитваме отново след три дни и уведомяваме собственика.',
  vi: 'Hóa đơn được tạo vào ngày đầu tiên của mỗi tháng và gửi đến người liên hệ. Nếu thanh toán không thành công, chúng tôi thử lại sau ba ngày và báo cho chủ sở hữu.',
  id: 'Tagihan dibuat pada hari pertama setiap bulan dan dikirim ke kontak penagihan. Jika pembayaran gagal, kami mencoba lagi setelah tiga hari dan memberi tahu pemilik ruang kerja.',
  ca: "La factura es crea el primer dia de cada mes i s'envia al contacte de facturació. Si un pagament falla, ho tornem a provar al cap de tres dies i avisem el propietari de l'espai de treball.",
  el: 'Το τιμολόγιο δημιουργείται την πρώτη ημέρα κάθε μήνα και αποστέλλεται στον υπεύθυνο. Αν μια πληρωμή αποτύχει, δοκιμάζουμε ξανά μετά από τρεις ημέρες και ενημερώνουμε τον ιδιοκτήτη.',
  ar: 'تُنشأ الفاتورة في اليوم الأول من كل شهر وتُرسل إلى جهة الاتصال. إذا فشلت عملية الدفع، نحاول مرة أخرى بعد ثلاثة أيام ونُبلغ مالك مساحة العمل.',
  fa: 'صورتحساب در نخستین روز هر ماه ساخته و برای مسئول پرداخت فرستاده می‌شود. اگر پرداخت ناموفق باشد، سه روز بعد دوباره تلاش می‌کنیم و به مالک خبر می‌دهیم.',
  ur: 'آپ کا بل ہر مہینے کے پہلے دن بنایا جاتا ہے اور رابطہ کرنے والے کو بھیج دیا جاتا ہے۔ اگر ادائیگی ناکام ہو جائے تو ہم تین دن بعد دوبارہ کوشش کرتے ہیں۔',
  he: 'החשבונית נוצרת ביום הראשון של כל חודש ונשלחת לאיש הקשר. אם תשלום נכשל, אנחנו מנסים שוב אחרי שלושה ימים ומודיעים לבעלים של סביבת העבודה.',
  th: 'ใบแจ้งหนี้จะถูกสร้างในวันแรกของทุกเดือนและส่งไปยังผู้ติดต่อ หากการชำระเงินไม่สำเร็จ เราจะลองอีกครั้งหลังจากสามวันและแจ้งให้เจ้าของทราบ',
  ja: '請求書は毎月一日に作成され、請求先の担当者に送信されます。支払いに失敗した場合は、三日後にもう一度試し、ワークスペースの所有者に通知します。',
  zh: '发票在每个月的第一天生成，并发送给账单联系人。如果付款失败，我们会在三天后重试，并通知工作区的所有者。',
  ko: '청구서는 매월 첫째 날에 만들어져 결제 담당자에게 전송됩니다. 결제가 실패하면 사흘 뒤에 다시 시도하고 워크스페이스 소유자에게 알려 드립니다.',
  hi: 'आपका बिल हर महीने के पहले दिन बनाया जाता है और संपर्क व्यक्ति को भेजा जाता है। अगर भुगतान विफल हो जाए, तो हम तीन दिन बाद फिर से कोशिश करते हैं।',
}

/** Short questions: what customers type. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'how do I cancel my subscription',
    'change billing address',
    'who can delete a user',
    'reset password',
    'export all conversations to csv',
  ],
  de: [
    'wie kündige ich mein Abonnement',
    'Rechnungsadresse ändern',
    'wer darf Benutzer löschen',
    'Passwort zurücksetzen',
  ],
  fr: [
    'comment annuler mon abonnement',
    "modifier l'adresse de facturation",
    'qui peut supprimer un utilisateur',
    'réinitialiser le mot de passe',
  ],
  es: [
    'cómo cancelo mi suscripción',
    'cambiar la dirección de facturación',
    'quién puede eliminar un usuario',
    'restablecer contraseña',
  ],
  pt: ['como cancelo minha assinatura', 'alterar o endereço de cobrança', 'quem pode excluir um usuário'],
  it: ['come annullo il mio abbonamento', "cambiare l'indirizzo di fatturazione", 'chi può eliminare un utente'],
  nl: ['hoe zeg ik mijn abonnement op', 'factuuradres wijzigen', 'wie mag een gebruiker verwijderen'],
  sv: ['hur avslutar jag min prenumeration', 'ändra fakturaadress'],
  da: ['hvordan opsiger jeg mit abonnement', 'skift faktureringsadresse'],
  fi: ['miten peruutan tilaukseni', 'vaihda laskutusosoite'],
  tr: ['aboneliğimi nasıl iptal ederim', 'fatura adresini değiştir'],
  pl: ['jak anulować subskrypcję', 'zmień adres rozliczeniowy'],
  ru: ['как отменить подписку', 'изменить адрес для счетов', 'кто может удалить пользователя'],
  uk: ['як скасувати підписку', 'змінити адресу для рахунків'],
}

test.each(Object.entries(PARAGRAPHS))('a paragraph in %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language)
})

test.each(Object.entries(PARAGRAPHS))('a page in %s keeps its language among English names', (language, text) => {
  const page = `${`${text} `.repeat(6)} API, OAuth 2.0, Zapier, Slack, Salesforce, GET /articles?per_page=20`
  expect(detectLanguage(page)).toBe(language)
})

test.each(Object.entries(QUESTIONS))('questions in %s', (language, questions) => {
  const found = questions.map((question) => detectLanguage(question))
  // One question in four may be too short to tell, or be taken for a neighbour.
  expect(found.filter((one) => one === language).length).toBeGreaterThanOrEqual(Math.ceil(questions.length * 0.75))
})

test.each(['', '   ', '12345 2.14', 'OK', 'SSO', '😀 🎉', '\u0000', '\ud800', '!!! --- ???'])(
  '%j is undetermined',
  (text) => {
    expect(detectLanguage(text)).toBe('und')
  },
)

test('a quoted word of another script does not decide', () => {
  expect(detectLanguage(`${PARAGRAPHS['en']} The Japanese name is 請求書.`)).toBe('en')
  expect(detectLanguage(`${PARAGRAPHS['zh']} 日语名称是「ノート」。`)).toBe('zh')
})

test('the middle of a long page counts as much as its beginning', () => {
  const menu = 'Home / Docs / API / Login '.repeat(30)
  expect(detectLanguage(menu + `${PARAGRAPHS['ja']}`.repeat(60))).toBe('ja')
  expect(detectLanguage(menu + `${PARAGRAPHS['de']} `.repeat(60))).toBe('de')
})

test('what lies beyond the sample changes nothing', () => {
  const page = `${PARAGRAPHS['en']} `.repeat(60)
  expect(detectLanguage(page + '漢'.repeat(100))).toBe('en')
})

test.each(['a', '\u0301', '漢', '\ud800', '\u202e', 'aB', '👨‍👩‍👧'])(
  'five million of %j take no longer than a page',
  (unit) => {
    expect(detectLanguage(unit.repeat(5_000_000))).toMatch(/^[a-z]{2,3}$/)
  },
)
