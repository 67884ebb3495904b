import type { Language } from '../../src/analysis/index.ts'

/** A page's title and a sentence of it, twice. */
export interface Pair {
  readonly language: Language
  readonly pages: readonly [readonly [title: string, sentence: string], readonly [title: string, sentence: string]]
}

type Line = readonly [language: Language, title: string, sentence: string, otherTitle: string, other: string]

function toPair([language, title, sentence, otherTitle, other]: Line): Pair {
  return {
    language,
    pages: [
      [title, sentence],
      [otherTitle, other],
    ],
  }
}

/** Only one of the two can be true. Written as teams write them: some nearly alike, some in quite other words. */
export const CONTRADICTING: readonly Pair[] = (
  [
    // Shops
    [
      'en',
      'Refunds',
      'You can ask for a refund within 30 days.',
      'Refund policy',
      'You can ask for a refund within 14 days.',
    ],
    ['en', 'Shipping', 'Shipping costs $5 per order.', 'Delivery FAQ', 'Shipping costs $7.50 per order.'],
    [
      'en',
      'Shipping times',
      'Standard shipping takes 3 to 5 business days.',
      'Shipping',
      'Standard shipping takes 5-7 business days.',
    ],
    ['en', 'Returns', 'Sale items can be returned.', 'Sale', 'Sale items cannot be returned.'],
    ['en', 'Gift cards', 'Gift cards never expire.', 'Gift cards FAQ', 'Gift cards expire.'],
    ['en', 'Gift cards', 'Gift cards are refundable.', 'Returns', 'Gift cards are non-refundable.'],
    ['en', 'Orders', 'Orders over $50 ship free of charge.', 'FAQ', 'Orders over $35 ship free of charge.'],
    [
      'en',
      'Warranty',
      'The warranty covers water damage.',
      'Warranty terms',
      "The warranty doesn't cover water damage.",
    ],
    ['en', 'Warranty', 'The warranty lasts two years.', 'Warranty FAQ', 'The warranty lasts 12 months.'],
    // Software
    ['en', 'Export', 'Exports are available on the Pro plan.', 'Exports', 'Exports are not available on the Pro plan.'],
    [
      'en',
      'Two-factor authentication',
      'Two-factor authentication is required for all admins.',
      'Security',
      'Two-factor authentication is optional for all admins.',
    ],
    ['en', 'Trial', 'The free trial lasts 14 days.', 'Free trial', 'The free trial lasts 30 days.'],
    ['en', 'Limits', 'The API allows 100 requests per minute.', 'API', 'The API allows 60 requests per minute.'],
    ['en', 'Backups', 'Backups are encrypted.', 'Security of backups', 'Backups are unencrypted.'],
    ['en', 'Dark mode', 'Dark mode is off by default.', 'Themes', 'Dark mode is on by default.'],
    ['en', 'Deleted files', 'Deleted files are kept for 30 days.', 'Trash', 'Deleted files are kept for 60 days.'],
    ['en', 'Sessions', 'Sessions end after 24 hours.', 'Sign-in sessions', 'Sessions end after 2 days.'],
    ['en', 'Guests', 'Guests can invite other people.', 'Guest accounts', 'Guests can not invite other people.'],
    [
      'en',
      'Attachments',
      'Attachments may have up to 25 MB.',
      'Attachments in mails',
      'Attachments may have up to 10 MB.',
    ],
    ['en', 'Requirements', 'The app requires iOS 15 or later.', 'The app', 'The app requires iOS 16 or later.'],
    [
      'en',
      'Profiles',
      'Your profile is public by default.',
      'Privacy of profiles',
      'Your profile is private by default.',
    ],
    // Banks, insurance, travel
    [
      'en',
      'Transfers',
      'There is a fee for international transfers.',
      'Fees',
      'There is no fee for international transfers.',
    ],
    ['en', 'Cards', 'A replacement card costs 10 euros.', 'Lost cards', 'A replacement card costs 15 euros.'],
    ['en', 'Claims', 'Claims must be filed within 90 days.', 'Filing claims', 'Claims must be filed within 60 days.'],
    [
      'en',
      'Check-in',
      'Check-in opens 24 hours before departure.',
      'Online check-in',
      'Check-in opens 48 hours before departure.',
    ],
    ['en', 'Baggage', 'Hand baggage may weigh up to 8 kg.', 'Hand baggage', 'Hand baggage may weigh up to 10 kg.'],
    ['en', 'Tickets', 'Tickets are transferable.', 'Ticket FAQ', 'Tickets are not transferable.'],
    // Devices
    ['en', 'Battery', 'The battery lasts 10 hours.', 'Battery life', 'The battery lasts 8 hours.'],
    ['en', 'Water resistance', 'The watch is waterproof.', 'The watch', 'The watch is not waterproof.'],
    [
      'en',
      'Resetting the router',
      'To reset the router, hold the button for 10 seconds.',
      'Router',
      'To reset the router, hold the button for 30 seconds.',
    ],
    // Health, work
    ['en', 'Vacation', 'Employees get 25 days of vacation.', 'Vacation policy', 'Employees get 28 days of vacation.'],
    ['en', 'Opening hours', 'The pharmacy opens at 8:00.', 'The pharmacy', 'The pharmacy opens at 9:00.'],
    // Other languages
    [
      'de',
      'Rückgabe',
      'Sie können Artikel innerhalb von 30 Tagen zurückgeben.',
      'Rückgabe von Artikeln',
      'Sie können Artikel innerhalb von 14 Tagen zurückgeben.',
    ],
    ['de', 'Versand', 'Der Versand kostet 4,95 Euro.', 'Versandkosten und Versand', 'Der Versand kostet 5,95 Euro.'],
    ['de', 'Gutscheine', 'Gutscheine sind übertragbar.', 'Gutscheine einlösen', 'Gutscheine sind nicht übertragbar.'],
    [
      'fr',
      'Remboursements',
      'Vous pouvez demander un remboursement sous 30 jours.',
      'Remboursements',
      'Vous pouvez demander un remboursement sous 14 jours.',
    ],
    ['fr', 'Export', "L'export est disponible.", 'Export', "L'export n'est pas disponible."],
    ['es', 'Envíos', 'El envío cuesta 5 euros.', 'Envíos', 'El envío cuesta 8 euros.'],
    ['es', 'Exportación', 'La exportación está disponible.', 'Exportación', 'La exportación no está disponible.'],
    ['nl', 'Verzending', 'De verzending duurt 2 dagen.', 'Verzending', 'De verzending duurt 5 dagen.'],
    ['it', 'Rimborsi', 'I rimborsi sono disponibili.', 'Rimborsi', 'I rimborsi non sono disponibili.'],
    ['pt', 'Faturas', 'As faturas expiram em 10 dias.', 'Faturas', 'As faturas expiram em 15 dias.'],
    ['ru', 'Возврат', 'Возврат возможен в течение 30 дней.', 'Возврат', 'Возврат возможен в течение 14 дней.'],
    // In other words: nothing here understands them
    [
      'en',
      'Support',
      'Support is available around the clock.',
      'Contact',
      'You can reach support from 9 to 5 on weekdays.',
    ],
    ['en', 'Cancelling', 'You can cancel at any time.', 'Contract', 'The contract runs for at least one year.'],
    [
      'en',
      'Deleted accounts',
      'A deleted account can be restored.',
      'Deleting an account',
      'Deleting an account is final.',
    ],
    ['en', 'Offline', 'The app works offline.', 'Offline mode', 'The app needs an internet connection.'],
    ['en', 'Phones', 'We do not offer support by phone.', 'Support', 'Call us if you need help.'],
    ['en', 'Founding', 'The company was founded in 1998.', 'About us', 'The company was founded in 1999.'],
    ['fi', 'Palautukset', 'Palautusaika on 30 päivää.', 'Palautukset', 'Palautusaika on 14 päivää.'],
    ['zh', '退款', '退款期限为30天。', '退款', '退款期限为14天。'],
  ] as const
).map(toPair)

/** Both can be true, however alike they look. */
export const COMPATIBLE: readonly Pair[] = (
  [
    // Of two things
    ['en', 'Basic plan', 'The plan costs $10 per month.', 'Pro plan', 'The plan costs $25 per month.'],
    ['en', 'Plans', 'The Basic plan costs $10 per month.', 'Plans', 'The Pro plan costs $25 per month.'],
    ['en', 'Free plan', 'Exports are not available.', 'Pro plan', 'Exports are available.'],
    ['en', 'Galaxy S10', 'The battery lasts 10 hours.', 'Galaxy S20', 'The battery lasts 12 hours.'],
    [
      'en',
      'Camera',
      'The battery lasts 4 hours after a full charge.',
      'Headphones',
      'The battery lasts 20 hours after a full charge.',
    ],
    ['en', 'Export on Android', 'Exports are supported.', 'Export on iOS', 'Exports are not supported.'],
    ['en', 'Shipping to Canada', 'Shipping takes 5 days.', 'Shipping to Mexico', 'Shipping takes 9 days.'],
    ['en', 'Delivery', 'Express delivery takes 2 days.', 'Delivery', 'Standard delivery takes 5 days.'],
    ['en', 'Plans', 'The free plan is available to everyone.', 'Plans', 'The paid plan is available to everyone.'],
    ['en', 'Ports', 'Port 80 is open by default.', 'Ports', 'Port 443 is open by default.'],
    ['en', 'Systems', 'Windows 10 is supported.', 'Supported systems', 'Windows 11 is supported.'],
    ['en', 'Changes', 'Version 2.1 supports exports.', 'Exports', 'Version 2.2 supports exports.'],
    ['en', 'Default job values', 'The default value is 1.', 'Default image values', 'The default value is 0.'],
    ['en', 'Students', 'The course costs $50 for students.', 'The course', 'The course costs $80.'],
    // Of two times
    ['en', 'Revenue', 'Revenue was 5 million dollars in 2022.', 'Revenue', 'Revenue was 5 million dollars in 2023.'],
    ['en', 'Holidays', 'The office is closed on December 24.', 'Holidays', 'The office is closed on December 25.'],
    ['en', 'Meetings', 'The team meets on 3 March.', 'Team meetings', 'The team meets on 10 March.'],
    [
      'en',
      'Debut',
      'The character made its debut in The Walking Dead 1 in 2003.',
      'Debut of the character',
      'The character made its debut in The Walking Dead 2 in 2003.',
    ],
    // Under conditions
    [
      'en',
      'Refunds',
      'Refunds are available.',
      'Refund exceptions',
      'Refunds are not available if the seal is broken.',
    ],
    ['en', 'Editing', 'You can edit messages.', 'Editing messages', 'You cannot edit messages after 15 minutes.'],
    ['en', 'Guests', 'Guests can only read pages.', 'Guest pages', 'Guests cannot read pages without an invitation.'],
    [
      'en',
      'Accounts',
      'An account may be closed.',
      'Accounts',
      'An account may not be closed while a payment is open.',
    ],
    ['en', 'Some devices', 'Some devices are supported.', 'Devices', 'Some devices are not supported.'],
    // Bounds, permissions and duties
    [
      'en',
      'Passwords',
      'Passwords have at least 8 characters.',
      'Password rules',
      'Passwords have at most 64 characters.',
    ],
    ['en', 'Teams', 'Teams have more than 2 members.', 'Team size', 'Teams have up to 50 members.'],
    ['en', 'Cookies', 'You can accept cookies.', 'Cookies', 'You must not accept cookies.'],
    ['en', 'Receipts', 'You can print a receipt.', 'Receipts', "You don't have to print a receipt."],
    [
      'en',
      'Discounts',
      'A discount applies after 5 orders.',
      'Discount orders',
      'A discount applies before 20 orders.',
    ],
    // Instructions and what buttons do
    [
      'en',
      'Turning on',
      'Press and hold the power button for 2 seconds.',
      'Factory reset',
      'Press and hold the power button for 10 seconds.',
    ],
    ['en', 'Turning on', 'Hold the key for 2 seconds.', 'Pairing', 'Hold the key for 5 seconds.'],
    ['en', 'Text', 'Sets the line spacing to 1.15 lines.', 'Toolbar', 'Sets the line spacing to 1.5 lines.'],
    ['en', 'Enabling it', 'Enable the sync in the settings.', 'Disabling it', 'Disable the sync in the settings.'],
    ['en', 'Charging', 'Do not open the case.', 'Changing the battery', 'Open the case.'],
    ['en', 'Soup', 'Cook for 10 minutes.', 'Rice', 'Cook for 15 minutes.'],
    // The same in another way
    ['en', 'Sessions', 'Sessions end after 24 hours.', 'Sign-in sessions', 'Sessions end after 1 day.'],
    ['en', 'Court fees', 'The limit is $2,500 for each case.', 'Fees', 'The limit is $2,500.00 for each case.'],
    ['en', 'Sync', 'Sync is not enabled by default.', 'Syncing', 'Sync is disabled by default.'],
    ['en', 'Trash', 'Deleted files are kept for 30 days.', 'Deleted files', 'Deleted files are kept for thirty days.'],
    ['en', 'Codes', 'A code is valid for two minutes.', 'Validity of codes', 'A code is valid for 120 seconds.'],
    ['en', 'Prices', 'It costs 5 dollars.', 'Price list', 'It costs $5.'],
    // Parts of records, places and steps
    ['en', 'Setup', 'See step 3 for details of the setup.', 'The setup', 'See step 5 for details of the setup.'],
    ['en', 'Phones', 'Battery: 4,000 mAh.', 'Phone', 'Battery: 5,000 mAh.'],
    ['en', 'Limits', 'It holds 5 items.', 'Limit', 'It holds 9 items.'],
    ['en', 'Tools', 'These tools are free.', 'Tool', 'These tools are not free.'],
    ['en', 'Rooms', 'The first room has 20 seats.', 'Rooms', 'The second room has 40 seats.'],
    [
      'en',
      'Scores',
      'The team won the game by 3 points and 2 goals.',
      'Scores',
      'The team won the game by 5 points and 1 goal.',
    ],
    ['en', 'Questions', 'Is dark mode supported?', 'Dark mode', 'Dark mode is not supported.'],
    [
      'en',
      'Denials',
      'There are no known problems with printers.',
      'Printers',
      'There are known problems with old printers.',
    ],
    // Other languages
    ['de', 'Tarif Basis', 'Der Tarif kostet 10 Euro.', 'Tarif Profi', 'Der Tarif kostet 25 Euro.'],
    ['de', 'Passwort', 'Ein Passwort hat mindestens 8 Zeichen.', 'Passwort', 'Ein Passwort hat höchstens 64 Zeichen.'],
    ['de', 'Belege', 'Sie können einen Beleg drucken.', 'Belege', 'Sie müssen keinen Beleg drucken.'],
    [
      'de',
      'Einschalten',
      'Halten Sie die Taste 2 Sekunden gedrückt.',
      'Zurücksetzen',
      'Halten Sie die Taste 10 Sekunden gedrückt.',
    ],
    ['de', 'Gäste', 'Gäste können nur lesen.', 'Gäste', 'Gäste können nicht lesen.'],
    ['fr', 'Forfait', 'Le forfait comprend 5 comptes.', 'Forfait', 'Le forfait ne comprend que 5 comptes.'],
    ['fr', 'Export', "L'export n'est plus disponible.", 'Export', "L'export n'est pas disponible."],
    ['fr', 'Prix', 'Le billet coûte 5 euros par personne.', 'Prix', 'Le billet coûte 5 euros.'],
    ['es', 'Tarifas', 'No hay ninguna tarifa.', 'Tarifas', 'No hay tarifa.'],
    ['it', 'Sale', 'La sala ha 20 posti.', 'Bar', 'La sala ha 40 posti.'],
    ['tr', 'Dışa aktarma', 'Dışa aktarma desteklenir.', 'Dışa aktarma', 'Dışa aktarma desteklenmez.'],
    ['ja', '返金', '返金できます。', '返金', '返金できますか。'],
  ] as const
).map(toPair)
