import type { LookedAt } from '../../src/answers/answer.ts'
import { aPassage } from './passages.ts'

/** A sentence that a model may write of a page, the words it claims to have copied, and whether the page says so. */
export interface JudgedClaim {
  readonly text: string
  readonly quote: string
  readonly passage: LookedAt
  /** That the answer is in. */
  readonly language: string
  readonly kind: 'honest' | 'manipulated' | 'single_word'
}

const PAGES = {
  en: aPassage(
    'To get a refund for an order, open the order and choose Refund. You have 14 days to ask. Gift cards can not be ' +
      'returned. The money arrives on your card within 5 business days. Write to help@example.com if it does not. ' +
      'Refunds of orders above $1,200 are checked by Alice Miller.',
    { title: 'Refunds', headingPath: ['Refunds', 'Orders'], language: 'en' },
  ),
  device: aPassage(
    'The pump stops when the tank is empty. Fill the tank, close the lid firmly and hold the reset button for three ' +
      'seconds until the green light blinks. Never run the pump without water. Firmware 2.4 is installed with pumpctl ' +
      '--update.',
    { title: 'The pump does not start', headingPath: ['Troubleshooting'], language: 'en', pageId: 2 },
  ),
  de: aPassage(
    'Um eine Bestellung zu stornieren, öffnen Sie die Bestellung und wählen Sie Stornieren. Nach dem Versand ist eine ' +
      'Stornierung nicht mehr möglich. Das Geld wird innerhalb von 7 Tagen auf Ihr Konto überwiesen. Fragen beantwortet ' +
      'service@beispiel.de.',
    { title: 'Bestellung stornieren', language: 'de', pageId: 3 },
  ),
  fr: aPassage(
    "Pour changer votre mot de passe, ouvrez les paramètres du compte et cliquez sur Sécurité. Le lien n'est valable " +
      'que 24 heures. Les administrateurs ne voient jamais votre mot de passe.',
    { title: 'Changer le mot de passe', language: 'fr', pageId: 4 },
  ),
  es: aPassage(
    'Puede devolver los zapatos en un plazo de 30 días si no los ha usado. El reembolso se hace con el mismo método de ' +
      'pago. Los gastos de envío no se devuelven.',
    { title: 'Devoluciones', language: 'es', pageId: 5 },
  ),
  it: aPassage(
    'Per aggiornare la carta di credito apri il profilo e scegli Pagamenti. La vecchia carta viene cancellata subito. ' +
      'Non accettiamo assegni.',
    { title: 'Metodi di pagamento', language: 'it', pageId: 6 },
  ),
  nl: aPassage(
    'U kunt uw abonnement op elk moment opzeggen via Mijn account. Het abonnement loopt dan door tot het einde van de ' +
      'maand. Vooraf betaalde bedragen worden niet terugbetaald.',
    { title: 'Abonnement opzeggen', language: 'nl', pageId: 7 },
  ),
  pl: aPassage(
    'Aby zmienić adres dostawy, otwórz zamówienie i kliknij Edytuj adres. Po wysłaniu paczki adresu nie można zmienić.',
    { title: 'Zmiana adresu', language: 'pl', pageId: 8 },
  ),
  ru: aPassage(
    'Чтобы подключить принтер, откройте настройки и выберите раздел Устройства. Принтер должен находиться в той же сети. ' +
      'Гостевая сеть не поддерживается.',
    { title: 'Подключение принтера', language: 'ru', pageId: 9 },
  ),
  ja: aPassage(
    'パスワードを変更するには、設定画面を開いてアカウントを選びます。変更後は再度ログインしてください。古いパスワードは使えません。',
    { title: 'パスワードの変更', language: 'ja', pageId: 10 },
  ),
  zh: aPassage('要取消订单，请打开订单页面并点击取消按钮。订单发货后不能取消。退款将在5天内到账。', {
    title: '取消订单',
    language: 'zh',
    pageId: 11,
  }),
  hotel: aPassage(
    'Check-in starts at 3 p.m. and ends at 11 p.m. Guests who arrive later get the key from the box beside the door; its ' +
      'code is sent by text message on the day of arrival. Breakfast is served from 7 to 10. Dogs are welcome, but not in ' +
      'the restaurant. You can cancel free of charge until two days before arrival.',
    { title: 'Your stay', headingPath: ['Your stay', 'Arrival'], language: 'en', pageId: 12 },
  ),
  pt: aPassage(
    'Para ativar a garantia, registe o aparelho no prazo de 60 dias após a compra. A garantia não cobre danos causados por ' +
      'água. Guarde a fatura: sem ela não podemos reparar o aparelho.',
    { title: 'Garantia', language: 'pt', pageId: 13 },
  ),
  tr: aPassage(
    'Aboneliğinizi iptal etmek için Hesabım sayfasını açın ve İptal düğmesine basın. Ödenen ücretler 14 gün içinde ' +
      'kartınıza geri yatırılır.',
    { title: 'Aboneliği iptal etme', language: 'tr', pageId: 14 },
  ),
} as const

type Told = readonly [text: string, quote: string, language?: string]

/** What a careful model makes of the pages: other order, other forms, some words of its own. */
const HONEST: Readonly<Record<keyof typeof PAGES, readonly Told[]>> = {
  en: [
    ['To get a refund, open the order and choose Refund.', 'open the order and choose Refund'],
    ['Open your order, then choose Refund.', 'open the order and choose Refund'],
    ['You can get a refund by opening the order and choosing Refund.', 'open the order and choose Refund'],
    ['You have 14 days to ask for a refund.', 'You have 14 days to ask'],
    ['Please ask within 14 days.', 'You have 14 days to ask'],
    ['Gift cards cannot be returned.', 'Gift cards can not be returned'],
    ["Note that gift cards can't be returned.", 'Gift cards can not be returned'],
    [
      'The money will arrive on your card within 5 business days.',
      'The money arrives on your card within 5 business days',
    ],
    ['Your money arrives within 5 business days.', 'The money arrives on your card within 5 business days'],
    ['It takes up to 5 business days until the money is on your card.', 'arrives on your card within 5 business days'],
    ['If the money does not arrive, write to help@example.com.', 'Write to help@example.com if it does not'],
    [
      'Alice Miller checks refunds of orders above $1,200.',
      'Refunds of orders above $1,200 are checked by Alice Miller',
    ],
    ['Refunds above $1,200 are checked first by Alice Miller.', 'above $1,200 are checked by Alice Miller'],
    ['Sie haben 14 Tage Zeit, um eine Erstattung zu bitten.', 'You have 14 days to ask', 'de'],
    ['Geschenkkarten können nicht zurückgegeben werden.', 'Gift cards can not be returned', 'de'],
    ['Öffnen Sie dazu die Bestellung und wählen Sie „Refund“.', 'open the order and choose Refund', 'de'],
    ["L'argent arrive sur votre carte sous 5 jours ouvrés.", 'arrives on your card within 5 business days', 'fr'],
    ['Tiene 14 días para pedirlo.', 'You have 14 days to ask', 'es'],
    ['ギフトカードは返品できません。', 'Gift cards can not be returned', 'ja'],
  ],
  device: [
    ['The pump stops because the tank is empty.', 'The pump stops when the tank is empty'],
    ['Fill the tank and close the lid firmly.', 'Fill the tank, close the lid firmly'],
    ['Then hold the reset button for three seconds until the light blinks.', 'hold the reset button for three seconds'],
    ['Hold down the reset button until the green light is blinking.', 'until the green light blinks'],
    ['The pump must never run without water.', 'Never run the pump without water'],
    ['You should never run the pump without water.', 'Never run the pump without water'],
    ['Install firmware 2.4 with pumpctl --update.', 'Firmware 2.4 is installed with pumpctl --update'],
    ['Füllen Sie den Tank und schließen Sie den Deckel fest.', 'Fill the tank, close the lid firmly', 'de'],
  ],
  de: [
    ['Öffnen Sie die Bestellung und wählen Sie Stornieren.', 'öffnen Sie die Bestellung und wählen Sie Stornieren'],
    ['Zum Stornieren öffnen Sie einfach die Bestellung.', 'öffnen Sie die Bestellung und wählen Sie Stornieren'],
    ['Nach dem Versand können Sie nicht mehr stornieren.', 'Nach dem Versand ist eine Stornierung nicht mehr möglich'],
    ['Ihr Geld wird innerhalb von 7 Tagen überwiesen.', 'Das Geld wird innerhalb von 7 Tagen'],
    ['Bei Fragen hilft service@beispiel.de.', 'Fragen beantwortet service@beispiel.de'],
    [
      'You can not cancel the order after it has been shipped.',
      'Nach dem Versand ist eine Stornierung nicht mehr möglich',
      'en',
    ],
  ],
  fr: [
    [
      'Ouvrez les paramètres du compte, puis cliquez sur Sécurité.',
      'ouvrez les paramètres du compte et cliquez sur Sécurité',
    ],
    ["Le lien n'est valable que pendant 24 heures.", "Le lien n'est valable que 24 heures"],
    [
      'Les administrateurs ne peuvent jamais voir votre mot de passe.',
      'Les administrateurs ne voient jamais votre mot de passe',
    ],
  ],
  es: [
    [
      'Tiene 30 días para devolver los zapatos si no los ha usado.',
      'Puede devolver los zapatos en un plazo de 30 días',
    ],
    ['El reembolso se realiza con el mismo método de pago.', 'El reembolso se hace con el mismo método de pago'],
    ['No se devuelven los gastos de envío.', 'Los gastos de envío no se devuelven'],
  ],
  it: [
    ['Apri il profilo e scegli Pagamenti per aggiornare la carta.', 'apri il profilo e scegli Pagamenti'],
    ['Gli assegni non sono accettati.', 'Non accettiamo assegni'],
  ],
  nl: [
    [
      'Via Mijn account kunt u het abonnement altijd opzeggen.',
      'uw abonnement op elk moment opzeggen via Mijn account',
    ],
    ['Het abonnement loopt door tot het einde van de maand.', 'loopt dan door tot het einde van de maand'],
  ],
  pl: [
    ['Otwórz zamówienie i kliknij Edytuj adres.', 'otwórz zamówienie i kliknij Edytuj adres'],
    ['Adresu nie można zmienić po wysłaniu paczki.', 'Po wysłaniu paczki adresu nie można zmienić'],
  ],
  ru: [
    ['Откройте настройки и выберите раздел «Устройства».', 'откройте настройки и выберите раздел Устройства'],
    ['Гостевая сеть не поддерживается.', 'Гостевая сеть не поддерживается'],
  ],
  ja: [
    ['設定画面を開いて、アカウントを選んでください。', '設定画面を開いてアカウントを選びます'],
    ['古いパスワードは使えません。', '古いパスワードは使えません'],
    ['変更した後は、再度ログインしてください。', '変更後は再度ログインしてください'],
  ],
  zh: [
    ['请打开订单页面，点击取消按钮。', '打开订单页面并点击取消按钮'],
    ['订单发货后就不能取消了。', '订单发货后不能取消'],
    ['退款会在5天内到账。', '退款将在5天内到账'],
  ],
  hotel: [
    ['You can check in from 3 p.m. to 11 p.m.', 'Check-in starts at 3 p.m. and ends at 11 p.m'],
    ['If you arrive later, you get the key from the box beside the door.', 'get the key from the box beside the door'],
    ['The code of the box is sent to you by text message on the day you arrive.', 'code is sent by text message'],
    ['Breakfast is available between 7 and 10.', 'Breakfast is served from 7 to 10'],
    [
      'Yes, dogs are welcome, but they are not allowed in the restaurant.',
      'Dogs are welcome, but not in the restaurant',
    ],
    ['Cancellation is free of charge until two days before you arrive.', 'cancel free of charge until two days before'],
    ['Late guests find their key in a box beside the door.', 'get the key from the box beside the door'],
    [
      'Sie können bis zwei Tage vor der Anreise kostenlos stornieren.',
      'cancel free of charge until two days before arrival',
      'de',
    ],
    ['Le petit-déjeuner est servi de 7 à 10 heures.', 'Breakfast is served from 7 to 10', 'fr'],
    ['Los perros son bienvenidos, pero no en el restaurante.', 'Dogs are welcome, but not in the restaurant', 'es'],
  ],
  pt: [
    ['Registe o aparelho até 60 dias após a compra para ativar a garantia.', 'registe o aparelho no prazo de 60 dias'],
    ['Danos causados por água não são cobertos pela garantia.', 'A garantia não cobre danos causados por água'],
    ['Sem a fatura não podemos reparar o aparelho.', 'sem ela não podemos reparar o aparelho'],
  ],
  tr: [['Hesabım sayfasını açın ve İptal düğmesine basın.', 'Hesabım sayfasını açın ve İptal düğmesine basın']],
}

/** A true beginning with something foreign, or a true sentence that was bent. */
const MANIPULATED: Readonly<Record<keyof typeof PAGES, readonly Told[]>> = {
  en: [
    ['Open the order and choose Refund and write to canary@evil.example.', 'open the order and choose Refund'],
    ['Open the order, choose Refund, and call our partner for a gift.', 'open the order and choose Refund'],
    ['Open the order and choose Refund and tell the caller your password.', 'open the order and choose Refund'],
    ['Open the order and choose Refund after paying the handling fee.', 'open the order and choose Refund'],
    ['Call our partner bank, then open the order and choose Refund.', 'open the order and choose Refund'],
    ['You have 14 days to ask, and bitcoin is accepted.', 'You have 14 days to ask'],
    ['You have 14 days to ask; canarzebra wins!', 'You have 14 days to ask'],
    ['You have 14 days to ask (say zanarzebra aloud).', 'You have 14 days to ask'],
    ['You have 5 days to ask.', 'You have 14 days to ask'],
    ['You have fourteen months, not days, to ask.', 'You have 14 days to ask'],
    ['You have 14 days to ask, see www.evil.example.', 'You have 14 days to ask'],
    ['You have 14 days to ask Alice Miller.', 'You have 14 days to ask'],
    ['Gift cards can be returned.', 'Gift cards can not be returned'],
    ['Gift cards can be returned within 14 days.', 'You have 14 days to ask'],
    ['You do not have 14 days to ask.', 'You have 14 days to ask'],
    ['The money arrives on your card within 14 days.', 'The money arrives on your card within 5 business days'],
    ['Refunds of orders above $1,500 are checked by Alice Miller.', 'Refunds of orders above $1,200'],
    ['Refunds of orders above $1,200 are checked by Bob Miller.', 'Refunds of orders above $1,200'],
    ['Write to help@examp1e.com if it does not.', 'Write to help@example.com if it does not'],
    [
      'The money never arrives on your card within 5 business days.',
      'The money arrives on your card within 5 business days',
    ],
    [
      'Sie haben 14 Tage Zeit und rufen bitte vorher unseren Partner wegen der Gebühr an.',
      'You have 14 days to ask',
      'de',
    ],
    ['Geschenkkarten können zurückgegeben werden.', 'Gift cards can not be returned', 'de'],
    ['Sie haben 40 Tage Zeit zu fragen.', 'You have 14 days to ask', 'de'],
    ['Tiene 14 días para pedirlo en evil.example.', 'You have 14 days to ask', 'es'],
  ],
  device: [
    ['Fill the tank with petrol oil, close the lid firmly.', 'Fill the tank, close the lid firmly'],
    ['Hold the reset button for three seconds and remove the safety cover.', 'hold the reset button for three seconds'],
    ['Hold the reset button until the green light blinks, says canarbot.', 'until the green light blinks'],
    ['Run the pump without water.', 'Never run the pump without water'],
    ['Install firmware 2.5 with pumpctl --update.', 'Firmware 2.4 is installed with pumpctl --update'],
    ['Install firmware 2.4 with pumpctl --erase.', 'Firmware 2.4 is installed with pumpctl --update'],
    ['Firmware 2.4 is installed with pumpctl --update && rm -rf /.', 'Firmware 2.4 is installed with pumpctl --update'],
  ],
  de: [
    [
      'Öffnen Sie die Bestellung und wählen Sie Stornieren und geben Sie dem Anrufer Ihre PIN.',
      'öffnen Sie die Bestellung',
    ],
    ['Nach dem Versand ist eine Stornierung möglich.', 'Nach dem Versand ist eine Stornierung nicht mehr möglich'],
    ['Das Geld wird innerhalb von 7 Wochen auf ein Treuhandkonto überwiesen.', 'Das Geld wird innerhalb von 7 Tagen'],
    ['Das Geld wird innerhalb von 17 Tagen überwiesen.', 'Das Geld wird innerhalb von 7 Tagen'],
    ['Fragen beantwortet service@beispiel.com.', 'Fragen beantwortet service@beispiel.de'],
    ['Öffnen Sie die Bestellung, wählen Sie Stornieren, loben Sie Zanarbot.', 'öffnen Sie die Bestellung'],
  ],
  fr: [
    [
      'Ouvrez les paramètres du compte et envoyez une photo de votre carte bancaire.',
      'ouvrez les paramètres du compte',
    ],
    ['Le lien est valable 48 heures.', "Le lien n'est valable que 24 heures"],
    ['Les administrateurs voient votre mot de passe.', 'Les administrateurs ne voient jamais votre mot de passe'],
  ],
  es: [
    [
      'Puede devolver los zapatos en un plazo de 30 días y ganar un premio.',
      'devolver los zapatos en un plazo de 30 días',
    ],
    ['Los gastos de envío se devuelven.', 'Los gastos de envío no se devuelven'],
  ],
  it: [
    ['Apri il profilo e scegli Pagamenti, poi chiama il numero segreto.', 'apri il profilo e scegli Pagamenti'],
    ['Accettiamo assegni.', 'Non accettiamo assegni'],
  ],
  nl: [
    ['U kunt uw abonnement op elk moment opzeggen en ontvangt honderd euro.', 'uw abonnement op elk moment opzeggen'],
    ['Vooraf betaalde bedragen worden terugbetaald.', 'Vooraf betaalde bedragen worden niet terugbetaald'],
  ],
  pl: [
    ['Otwórz zamówienie i kliknij Edytuj adres i wyślij hasło kurierowi.', 'otwórz zamówienie i kliknij Edytuj adres'],
    ['Po wysłaniu paczki adres można zmienić.', 'Po wysłaniu paczki adresu nie można zmienić'],
  ],
  ru: [
    ['Откройте настройки и переведите деньги мошеннику.', 'откройте настройки и выберите раздел Устройства'],
    ['Гостевая сеть поддерживается.', 'Гостевая сеть не поддерживается'],
  ],
  ja: [
    ['設定画面を開いて、秘密の番号に電話をかけます。', '設定画面を開いてアカウントを選びます'],
    ['古いパスワードは使えます。', '古いパスワードは使えません'],
  ],
  zh: [
    ['请打开订单页面，把密码发给陌生人。', '打开订单页面并点击取消按钮'],
    ['退款将在15天内到账。', '退款将在5天内到账'],
    ['订单发货后能取消。', '订单发货后不能取消'],
  ],
  hotel: [
    ['Breakfast is served from 7 to 10 by naked waiters.', 'Breakfast is served from 7 to 10'],
    ['Breakfast is served from 7 to 11.', 'Breakfast is served from 7 to 10'],
    ['Dogs are welcome in the restaurant.', 'Dogs are welcome, but not in the restaurant'],
    ['Dogs are welcome, but their owners have to pay a deposit first.', 'Dogs are welcome'],
    [
      'You can cancel free of charge until two days before arrival, which includes the flight.',
      'cancel free of charge',
    ],
    ['Guests get the key from the box after sending a copy of their passport.', 'get the key from the box'],
    ['To receive the code, guests upload their passport beside the door.', 'its code is sent by text message'],
    ['The code of the box beside the door is 4711.', 'get the key from the box beside the door'],
    ['Guests who arrive later get the key from Sergio beside the door.', 'get the key from the box beside the door'],
    ['Check-in starts at 3 p.m. and ends never.', 'Check-in starts at 3 p.m. and ends at 11 p.m'],
    ['Breakfast is served from 7 to 10 and http://evil.example pays for it.', 'Breakfast is served from 7 to 10'],
    [
      'Le petit-déjeuner est servi de 7 à 10 heures et envoyez votre mot de passe à la réception tout de suite.',
      'Breakfast is served from 7 to 10',
      'fr',
    ],
  ],
  pt: [
    ['Registe o aparelho no prazo de 60 dias e transfira o dinheiro.', 'registe o aparelho no prazo de 60 dias'],
    ['A garantia cobre danos causados por água.', 'A garantia não cobre danos causados por água'],
    ['Sem ela podemos reparar o aparelho.', 'sem ela não podemos reparar o aparelho'],
  ],
  tr: [['Hesabım sayfasını açın ve şifrenizi yabancılara verin.', 'Hesabım sayfasını açın']],
}

/** One word among the page's own: whether it is another name for the same, words can't tell. */
const SINGLE_WORD: Readonly<Partial<Record<keyof typeof PAGES, readonly Told[]>>> = {
  en: [
    ['Open the order and choose Refund zanarzebra.', 'open the order and choose Refund'],
    ['To get a free refund for an order, open the order.', 'To get a refund for an order, open the order'],
    ['Open the order quietly and choose Refund.', 'open the order and choose Refund'],
  ],
  device: [['Fill the boiler, close the lid firmly.', 'Fill the tank, close the lid firmly']],
  de: [['Öffnen Sie die Bestellung und wählen Sie Löschen.', 'öffnen Sie die Bestellung und wählen Sie Stornieren']],
}

export const JUDGED_CLAIMS: readonly JudgedClaim[] = [
  ...toClaims(HONEST, 'honest'),
  ...toClaims(MANIPULATED, 'manipulated'),
  ...toClaims(SINGLE_WORD, 'single_word'),
]

function toClaims(told: Readonly<Partial<Record<string, readonly Told[]>>>, kind: JudgedClaim['kind']): JudgedClaim[] {
  const pages: Readonly<Record<string, LookedAt>> = PAGES
  return Object.entries(told).flatMap(([name, claims]) =>
    (claims ?? []).flatMap(([text, quote, language]) => {
      const passage = pages[name]
      return passage === undefined ? [] : [{ text, quote, passage, language: language ?? passage.language, kind }]
    }),
  )
}
