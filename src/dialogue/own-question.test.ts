import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES } from './languages.ts'
import { readOwnQuestion, type OwnThing } from './own-question.ts'

const order: OwnThing = {
  // oxfmt-ignore
  names: [
    'Order', 'package', 'Bestellung', 'Paket', 'commande', 'pedido', 'ordine', 'bestelling', 'paket', 'beställning',
    'ordre', 'bestilling', 'tilaus', 'tilaukseni', 'tellimus', 'zamówienie', 'zamówienia', 'objednávka', 'objednávky',
    'narudžba', 'заказ', 'замовлення', 'поръчка', 'поръчката', 'παραγγελία', 'comandă', 'comanda', 'rendelés', 'sipariş',
    'طلب', 'سفارش', 'הזמנה', 'ऑर्डर', 'অর্ডার', 'ஆர்டர்', 'آرڈر', 'pesanan', 'đơn hàng', 'คำสั่งซื้อ', '订单', '訂單', '注文',
    '주문', 'užsakymas', 'pasūtījums', 'naročilo', 'поруџбина', 'encàrrec',
  ],
  labels: ['Status', 'Total amount', 'Delivery date', 'Tracking number', 'Refund', 'Stornierung', 'Cancellation'],
  options: ['Shipped', 'Delivered', 'Cancelled', 'Returned'],
  ids: ['ORDER-12345', '777', '1Z999AA10123456784'],
}

test.each([
  ['en', 'Where is my order?'],
  ['en', "Hi! Where's my order please?"],
  ['en', 'When will my order arrive?'],
  ['en', 'what is the status of my orders'],
  ['en', "What's the tracking number of my package?"],
  ['en', 'How much is my order?'],
  ['en', 'Has my order been shipped yet?'],
  ['en', 'Is my order cancelled?'],
  ['en', 'When is the refund of my order?'],
  ['en', 'my order'],
  ['en', 'my order status'],
  ['en', 'Track my order'],
  ['en', 'Can you tell me when our order is delivered?'],
  ['de', 'Wo ist meine Bestellung?'],
  ['de', 'Wann kommt mein Paket an?'],
  ['de', 'Wie ist der Status meiner Bestellungen?'.replace('Wie', 'Was')],
  ['fr', 'Où est ma commande ?'],
  ['fr', 'Quand arrive ma commande ?'],
  ['fr', 'Ma commande est-elle arrivée ?'],
  ['es', '¿Dónde está mi pedido?'],
  ['es', '¿Cuándo llegan mis pedidos?'],
  ['pt', 'Onde está o meu pedido?'],
  ['pt', 'Cadê meu pedido?'],
  ['it', "Dov'è il mio ordine?"],
  ['ca', 'On és el meu encàrrec?'],
  ['nl', 'Waar is mijn bestelling?'],
  ['sv', 'Var är min beställning?'],
  ['da', 'Hvor er min ordre?'],
  ['no', 'Når kommer bestillingen min?'.replace('bestillingen', 'bestilling')],
  ['fi', 'Missä tilaukseni on?'],
  ['fi', 'Missä minun tilaus on?'],
  ['et', 'Kus on minu tellimus?'],
  ['lt', 'Kur yra mano užsakymas?'],
  ['lv', 'Kur ir mans pasūtījums?'],
  ['pl', 'Gdzie jest moje zamówienie?'],
  ['pl', 'Jaki jest status mojego zamówienia?'],
  ['cs', 'Kde je moje objednávka?'],
  ['sk', 'Kde je moja objednávka?'],
  ['sl', 'Kje je moje naročilo?'],
  ['hr', 'Gdje je moja narudžba?'],
  ['sr', 'Где је моја поруџбина?'],
  ['bg', 'Къде е моята поръчка?'],
  ['bg', 'Къде е поръчката ми?'],
  ['ru', 'Где мой заказ?'],
  ['ru', 'Когда придут мои заказы?'],
  ['uk', 'Де моє замовлення?'],
  ['el', 'Πού είναι η παραγγελία μου;'],
  ['ro', 'Unde este comanda mea?'],
  ['hu', 'Hol van a rendelésem?'],
  ['tr', 'Siparişim nerede?'],
  ['tr', 'Siparişim ne zaman gelecek?'],
  ['ar', 'أين طلبي؟'],
  ['ar', 'متى يصل طلبي؟'],
  ['fa', 'سفارش من کجاست؟'],
  ['fa', 'سفارشم کجاست؟'],
  ['he', 'איפה ההזמנה שלי?'],
  ['hi', 'मेरा ऑर्डर कहाँ है?'],
  ['bn', 'আমার অর্ডার কোথায়?'],
  ['mr', 'माझी ऑर्डर कुठे आहे?'],
  ['ta', 'என் ஆர்டர் எங்கே?'],
  ['ur', 'میرا آرڈر کہاں ہے؟'],
  ['id', 'Di mana pesanan saya?'],
  ['id', 'Kapan pesananku sampai?'],
  ['tl', 'Nasaan ang order ko?'],
  ['vi', 'Đơn hàng của tôi ở đâu?'],
  ['th', 'คำสั่งซื้อของฉันอยู่ที่ไหน'],
  ['zh', '我的订单在哪里？'],
  ['zh', '我的訂單什麼時候到?'],
  ['ja', '私の注文はどこですか？'],
  ['ja', '私の注文はいつ届きますか？'],
  ['ko', '제 주문은 어디에 있나요?'],
  ['ko', '내 주문 언제 도착하나요?'],
  ['en', 'Wo ist meine Bestellung?'],
])('%s: %j asks for all of the own', (language, message) => {
  expect(readOwnQuestion(message, language, [order])).toEqual([{ thing: order, ids: [] }])
})

test.each([
  ['en', 'Where is ORDER-12345?', ['ORDER-12345']],
  ['en', 'ORDER-12345', ['ORDER-12345']],
  ['en', "what's the status of order #777", ['777']],
  ['en', 'Where are my orders 777 and order-12345?', ['ORDER-12345', '777']],
  ['de', 'Wo ist 1Z999AA10123456784?', ['1Z999AA10123456784']],
  ['fr', 'Quel est le statut de la commande ORDER-12345 ?', ['ORDER-12345']],
  ['zh', '订单777在哪里？', ['777']],
  ['ja', 'ORDER-12345はいつ届きますか', ['ORDER-12345']],
  ['tr', 'ORDER-12345 nerede?', ['ORDER-12345']],
])('%s: %j asks for the named', (language, message, ids) => {
  expect(readOwnQuestion(message, language, [order])).toEqual([{ thing: order, ids }])
})

test.each([
  ['en', 'How do I cancel my order?'],
  ['en', 'Cancel my order'],
  ['en', 'Refund my order'],
  ['en', 'Refund ORDER-12345'],
  ['en', 'How do I cancel ORDER-12345?'],
  ['en', 'Can I change the address of my order?'],
  ['en', 'Where can I see my order?'],
  ['en', 'How do I track my order?'],
  ['en', 'What happens when my order arrives late?'],
  ['en', 'Why is my order late?'],
  ['en', 'When do orders arrive?'],
  ['en', 'Where is the order?'],
  ['en', 'Where is my account?'],
  ['en', 'Where is order 778?'],
  ['en', 'Where is ORDER-123456?'],
  ['en', 'Where is my order 778?'],
  ['en', 'What does Shipped mean for my order?'],
  ['en', 'What is the delivery date?'],
  ['de', 'Meine Bestellung stornieren'],
  ['de', 'Wo kann ich meine Bestellung stornieren?'],
  ['de', 'Wie kann ich meine Bestellung ändern?'],
  ['fr', 'Comment annuler ma commande ?'],
  ['fr', 'Où suivre ma commande ?'],
  ['es', '¿Cómo cancelo mi pedido?'],
  ['es', '¿Dónde puedo ver mi pedido?'],
  ['it', 'Posso modificare il mio ordine?'],
  ['pt', 'Quero cancelar meu pedido'],
  ['nl', 'Hoe annuleer ik mijn bestelling?'],
  ['pl', 'Jak anulować moje zamówienie?'],
  ['ru', 'Как отменить мой заказ?'],
  ['ru', 'Где отследить мой заказ?'],
  ['tr', 'Siparişimi nasıl iptal ederim?'],
  ['ar', 'كيف ألغي طلبي؟'],
  ['he', 'איך מבטלים את ההזמנה שלי?'],
  ['hi', 'मैं अपना ऑर्डर कैसे रद्द करूँ?'],
  ['vi', 'Làm sao để hủy đơn hàng của tôi?'],
  ['th', 'ติดตามคำสั่งซื้อของฉันได้ที่ไหน'],
  ['zh', '怎么取消我的订单？'],
  ['zh', '我的订单可以退款吗？'],
  ['zh', '在哪里查询我的订单？'],
  ['ja', '私の注文をキャンセルできますか？'],
  ['ja', '注文はどこですか？'],
  ['ko', '내 주문을 취소하고 싶어요'],
  ['hu', 'Hogyan törölhetem a rendelésemet?'],
  ['fi', 'Miten perun tilaukseni?'],
  ['en', `Where is my order? ${'and when '.repeat(60)}`],
  ['en', '?!'],
])('%s: %j is left to the library', (language, message) => {
  expect(readOwnQuestion(message, language, [order])).toEqual([])
})

test.each([
  ['en', 'and when will it arrive?', true],
  ['en', 'What is the total amount?', true],
  ['en', 'is it shipped? when?', true],
  ['de', 'Und wann kommt sie an?', true],
  ['es', '¿y cuándo llega?', true],
  ['zh', '什么时候到？', true],
  ['en', 'and how do I cancel it?', false],
  ['en', 'When do you open on Sundays?', false],
  ['en', 'Refund it', false],
])('%s: after an answer about it, whether %j asks on is %s', (language, message, asksOn) => {
  expect(readOwnQuestion(message, language, [order])).toEqual([])
  expect(readOwnQuestion(message, language, [order], { isFollowUp: true })).toHaveLength(asksOn ? 1 : 0)
})

test('each kind of thing is asked for by its own names', () => {
  const booking = { ...order, names: ['Booking'], ids: ['B-1'] }
  expect(readOwnQuestion('Where is my booking?', 'en', [order, booking])).toEqual([{ thing: booking, ids: [] }])
})

test('one unknown word is enough for the library, wherever it stands', () => {
  const words = fc.constantFrom(...'where is my order and when does it arrive'.split(' '))
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), fc.array(words, { maxLength: 8 }), (before, after) => {
      const message = [...before, 'zqblorp', ...after].join(' ')
      expect(readOwnQuestion(message, 'en', [order], { isFollowUp: true })).toEqual([])
    }),
  )
})

test('a long message of many meanings is read to its end', () => {
  const things = Array.from({ length: 50 }, () => order)
  // Each word is an owner, a name or a word that asks: the ways to read it must not multiply.
  expect(readOwnQuestion('my order is the status of '.repeat(9), 'en', things)).toHaveLength(50)
})
test('no word for how to, or for doing something, is listed', () => {
  const doing =
    /^(?:how|how to|cancel|change|return|refund|wie|stornieren|ändern|comment|annuler|cómo|cancelar|como|come|annullare|hoe|jak|как|отменить|nasıl|iptal|كيف|איך|कैसे|cara|paano|怎么|取消|キャンセル|어떻게|취소)$/
  for (const [code, { own }] of Object.entries(LANGUAGES)) {
    for (const word of `${own.mine}|${own.asks}|${own.around}`.split('|')) expect(word, code).not.toMatch(doing)
  }
})
