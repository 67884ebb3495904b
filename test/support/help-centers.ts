/** A help center of four pages in one language, and questions in other forms of the pages' words. */
export interface HelpCenter {
  /** Title and text by what the page is about. */
  readonly pages: Readonly<Record<Topic, readonly [string, string]>>
  readonly questions: readonly (readonly [string, Topic])[]
  /** Questions whose page is not found, with the reason. */
  readonly limits?: readonly (readonly [string, Topic, string])[]
}

export type Topic = 'password' | 'invoice' | 'printer' | 'delivery'

// oxfmt-ignore
export const HELP_CENTERS: Readonly<Record<string, HelpCenter>> = {
  en: {
    pages: {
      password: ['Forgotten password', 'If you cannot remember your password, open the start page and request a new one. We send a link that stays valid for an hour.'],
      invoice: ['Your invoices', 'Each invoice is kept under billing. You can download it as a file and change the address that is printed on it.'],
      printer: ['Connecting a printer', 'Plug the printer into the router and install its driver. The green lamp glows while it is ready.'],
      delivery: ['When parcels arrive', 'We deliver within three working days. A courier brings the parcel to your door and calls before.'],
    },
    questions: [['downloaded an invoiced file', 'invoice'], ['ｐｒｉｎｔｅｒｓ and their lamps', 'printer'], ['DELIVERING by couriers', 'delivery']],
  },
  de: {
    pages: {
      password: ['Passwort vergessen', 'Wenn Sie Ihr Passwort nicht mehr wissen, fordern Sie auf der Startseite ein neues an. Der Link gilt eine Stunde.'],
      invoice: ['Rechnungen', 'Jede Rechnung liegt unter Zahlungen. Dort ändern Sie auch die Adresse, die auf ihr steht.'],
      printer: ['Drucker anschließen', 'Stecken Sie das Kabel in den Router und installieren Sie den Treiber. Das Lämpchen leuchtet grün, wenn der Drucker bereit ist.'],
      delivery: ['Lieferung', 'Wir liefern Pakete innerhalb von drei Werktagen. Der Bote klingelt an der Haustür.'],
    },
    questions: [['Passwörter', 'password'], ['Wie kann ich die Rechnungsadresse aendern?', 'invoice'], ['Wo finde ich einen Druckertreiber?', 'printer']],
  },
  fr: {
    pages: {
      password: ['Mot de passe oublié', 'Si vous ne retrouvez plus votre mot de passe, demandez-en un nouveau sur la page de connexion. Le lien reste valable une heure.'],
      invoice: ['Vos factures', "Chaque facture est conservée dans l'espace de paiement. Vous pouvez la télécharger et modifier l'adresse imprimée."],
      printer: ['Installer une imprimante', "Branchez l'imprimante sur le routeur et installez son pilote. Le voyant vert s'allume quand elle est prête."],
      delivery: ['Livraison des colis', "Nous livrons en trois jours ouvrés. Un coursier apporte le colis jusqu'à votre porte."],
    },
    questions: [["J'oublie toujours mes mots de passe", 'password'], ['Où puis-je telecharger une facture conservee ?', 'invoice'], ['Les imprimantes sont-elles branchées ?', 'printer']],
  },
  es: {
    pages: {
      password: ['Contraseña olvidada', 'Si no recuerda su contraseña, pida una nueva en la página de acceso. El enlace vale una hora.'],
      invoice: ['Sus facturas', 'Cada factura se guarda en el área de pagos. Puede descargarla y cambiar la dirección impresa.'],
      printer: ['Conectar una impresora', 'Conecte la impresora al enrutador e instale el controlador. La luz verde indica que está lista.'],
      delivery: ['Entrega de paquetes', 'Entregamos los pedidos en tres días laborables. Un mensajero lleva el paquete hasta su puerta.'],
    },
    questions: [['contrasenas olvidadas', 'password'], ['¿Cómo cambio las direcciones de una factura?', 'invoice'], ['Las impresoras conectadas no funcionan', 'printer']],
  },
  nl: {
    pages: {
      password: ['Wachtwoord vergeten', 'Weet u uw wachtwoord niet meer, vraag dan op de aanmeldpagina een nieuw aan. De link blijft een uur geldig.'],
      invoice: ['Facturen', 'Elke factuur staat onder betalingen. Daar wijzigt u ook het adres dat erop gedrukt wordt.'],
      printer: ['Printer aansluiten', 'Steek de kabel van de printer in de router en installeer het stuurprogramma. Het groene lampje brandt als hij klaar is.'],
      delivery: ['Bezorging', 'Wij bezorgen pakketten binnen drie werkdagen. De koerier brengt uw pakket tot aan de deur.'],
    },
    questions: [['Ik ben mijn wachtwoorden kwijt', 'password'], ['Kan ik het factuuradres wijzigen?', 'invoice'], ['Welke koeriers bezorgden het?', 'delivery']],
    limits: [['pakketje', 'delivery', 'the stemmer cuts the diminutive down to a shorter word']],
  },
  sv: {
    pages: {
      password: ['Glömt lösenord', 'Om du inte minns ditt lösenord kan du begära ett nytt på startsidan. Länken gäller i en timme.'],
      invoice: ['Fakturor', 'Varje faktura finns under betalningar. Där kan du ladda ner den och ändra adressen som står på den.'],
      printer: ['Ansluta en skrivare', 'Koppla skrivaren till routern och installera dess drivrutin. Lampan lyser grönt när den är klar.'],
      delivery: ['Leverans av paket', 'Vi levererar inom tre arbetsdagar. Ett bud kommer med paketet till dörren.'],
    },
    questions: [['Jag har glomt mina losenord', 'password'], ['Hur byter jag fakturaadress?', 'invoice'], ['Var hittar jag skrivarlampan?', 'printer']],
  },
  fi: {
    pages: {
      password: ['Unohtunut salasana', 'Jos et muista salasanaasi, pyydä aloitussivulla uusi. Linkki on voimassa tunnin.'],
      invoice: ['Laskut', 'Jokainen lasku löytyy maksujen alta. Voit ladata sen ja vaihtaa siihen painetun osoitteen.'],
      printer: ['Tulostimen liittäminen', 'Liitä tulostin reitittimeen ja asenna sen ajuri. Vihreä valo palaa, kun laite on valmis.'],
      delivery: ['Pakettien toimitus', 'Toimitamme tilaukset kolmessa arkipäivässä. Lähetti tuo paketin ovelle asti.'],
    },
    questions: [['Salasanani on kadonnut', 'password'], ['Missä kaikki laskuni ovat?', 'invoice'], ['Miksi tulostimet ovat rikki?', 'printer']],
  },
  tr: {
    pages: {
      password: ['Unutulan şifre', 'Şifrenizi hatırlamıyorsanız giriş sayfasından yenisini isteyin. Bağlantı bir saat geçerlidir.'],
      invoice: ['Faturalar', 'Her fatura ödemeler bölümünde saklanır. Onu indirebilir ve üzerindeki adresi değiştirebilirsiniz.'],
      printer: ['Yazıcı bağlamak', 'Yazıcıyı yönlendiriciye takın ve sürücüsünü kurun. Hazır olduğunda ışık yeşil yanar.'],
      delivery: ['Paket teslimatı', 'Siparişleri üç iş günü içinde teslim ederiz. Kurye paketi kapınıza kadar getirir.'],
    },
    questions: [['ŞİFREMİ HATIRLAMIYORUM', 'password'], ['Faturalarımı nasıl indirebilirim?', 'invoice'], ['Kuryeler paketleri getirmedi', 'delivery']],
  },
  pl: {
    pages: {
      password: ['Zapomniane hasło', 'Jeśli nie pamiętasz hasła, poproś o nowe na stronie logowania. Odnośnik jest ważny przez godzinę.'],
      invoice: ['Faktury', 'Każda faktura jest w dziale płatności. Można ją pobrać i zmienić wydrukowany na niej adres.'],
      printer: ['Podłączanie drukarki', 'Podłącz drukarkę do routera i zainstaluj sterownik. Zielona lampka świeci, gdy jest gotowa.'],
      delivery: ['Dostawa paczek', 'Zamówienia dostarczamy w trzy dni robocze. Kurier przynosi paczkę pod same drzwi.'],
    },
    questions: [['Zapomnialem hasla', 'password'], ['Adresy na fakturach', 'invoice'], ['Sterowniki do drukarek', 'printer']],
  },
  ru: {
    pages: {
      password: ['Забытый пароль', 'Если вы не помните пароль, запросите новый на странице входа. Ссылка действует один час.'],
      invoice: ['Ваши счета', 'Каждый счёт хранится в разделе оплаты. Его можно скачать и изменить напечатанный адрес.'],
      printer: ['Подключение принтера', 'Подключите принтер к роутеру и установите драйвер. Зелёная лампочка горит, когда он готов.'],
      delivery: ['Доставка посылок', 'Мы доставляем заказы за три рабочих дня. Курьер приносит посылку к двери.'],
    },
    questions: [['Забыла все свои пароли', 'password'], ['скачать счет с новыми адресами', 'invoice'], ['зеленые лампочки у принтеров', 'printer']],
  },
  uk: {
    pages: {
      password: ['Забутий пароль', 'Якщо ви не пам’ятаєте пароль, попросіть новий на сторінці входу. Посилання діє одну годину.'],
      invoice: ['Ваші рахунки', 'Кожен рахунок зберігається в розділі оплати. Його можна завантажити та змінити надруковану адресу.'],
      printer: ['Підключення принтера', 'Під’єднайте принтер до роутера та встановіть драйвер. Зелена лампочка горить, коли він готовий.'],
      delivery: ['Доставка посилок', 'Ми доставляємо замовлення за три робочі дні. Кур’єр приносить посилку до дверей.'],
    },
    questions: [['ЗЕЛЕНА ЛАМПОЧКА', 'printer'], ["кур'єр", 'delivery'], ['Де мої рахунки?', 'invoice']],
    limits: [['паролі', 'password', 'nothing stems Ukrainian']],
  },
  el: {
    pages: {
      password: ['Ξεχασμένος κωδικός', 'Αν δεν θυμάστε τον κωδικό σας, ζητήστε νέο στην αρχική σελίδα. Ο σύνδεσμος ισχύει για μία ώρα.'],
      invoice: ['Τα τιμολόγιά σας', 'Κάθε τιμολόγιο φυλάσσεται στις πληρωμές. Μπορείτε να το κατεβάσετε και να αλλάξετε τη διεύθυνση.'],
      printer: ['Ο εκτυπωτής σας', 'Συνδέστε τον εκτυπωτή στον δρομολογητή και εγκαταστήστε το πρόγραμμα οδήγησης. Το πράσινο φως ανάβει όταν είναι έτοιμος.'],
      delivery: ['Παράδοση δεμάτων', 'Παραδίδουμε τις παραγγελίες σε τρεις εργάσιμες ημέρες. Ο διανομέας φέρνει το δέμα στην πόρτα σας.'],
    },
    questions: [['ξεχασα τους κωδικους μου', 'password'], ['ΤΙΜΟΛΟΓΙΑ', 'invoice'], ['Οι εκτυπωτές δεν λειτουργούν', 'printer']],
  },
  ar: {
    pages: {
      password: ['نسيت كلمة المرور', 'إذا لم تتذكر كلمة المرور فاطلب كلمة جديدة من صفحة الدخول. يبقى الرابط صالحا لساعة واحدة.'],
      invoice: ['الفواتير', 'تحفظ كل فاتورة في قسم المدفوعات. يمكنك تنزيلها وتغيير العنوان المطبوع عليها.'],
      printer: ['توصيل الطابعة', 'صل الطابعة بالموجه وثبت برنامج التشغيل. يضيء المصباح الأخضر عندما تكون جاهزة.'],
      delivery: ['تسليم الطرود', 'نسلم الطلبات خلال ثلاثة أيام عمل. يحمل الساعي الطرد إلى بابك.'],
    },
    questions: [['كَلِمَات المُرُور', 'password'], ['أين الفاتورة؟', 'invoice'], ['كل الطابعات', 'printer']],
    limits: [['والطابعات', 'printer', 'an "and" before an article stays in the word']],
  },
  he: {
    pages: {
      password: ['שכחתי סיסמה', 'אם אינכם זוכרים את הסיסמה, בקשו סיסמה חדשה בדף הכניסה. הקישור תקף לשעה אחת.'],
      invoice: ['חשבוניות', 'כל חשבונית נשמרת באזור התשלומים. אפשר להוריד אותה ולשנות את הכתובת המודפסת.'],
      printer: ['חיבור מדפסת', 'חברו את המדפסת לנתב והתקינו את מנהל ההתקן. הנורה הירוקה דולקת כשהיא מוכנה.'],
      delivery: ['משלוח חבילות', 'אנו מוסרים הזמנות בתוך שלושה ימי עסקים. השליח מביא את החבילה עד הדלת.'],
    },
    questions: [['סִיסְמָה', 'password'], ['והחבילה שלי?', 'delivery'], ['במדפסות שלנו', 'printer']],
  },
  hi: {
    pages: {
      password: ['पासवर्ड भूल गए', 'अगर आपको पासवर्ड याद नहीं है तो लॉगिन पृष्ठ पर नया माँगें। लिंक एक घंटे तक चलता है।'],
      invoice: ['आपके बिल', 'हर बिल भुगतान विभाग में रखा जाता है। आप उसे डाउनलोड कर सकते हैं और छपा हुआ पता बदल सकते हैं।'],
      printer: ['प्रिंटर जोड़ना', 'प्रिंटर को राउटर से जोड़ें और उसका ड्राइवर लगाएँ। तैयार होने पर हरी बत्ती जलती है।'],
      delivery: ['पार्सल की डिलीवरी', 'हम ऑर्डर तीन कार्य दिवसों में पहुँचाते हैं। कूरियर पार्सल को दरवाज़े तक लाता है।'],
    },
    questions: [['मेरे पासवर्डों का क्या हुआ?', 'password'], ['बिलों को कैसे देखें?', 'invoice'], ['बत्तियाँ क्यों नहीं जलतीं?', 'printer']],
  },
  zh: {
    pages: {
      password: ['忘记密码', '如果您不记得密码，请在首页申请新密码。链接一小时内有效。'],
      invoice: ['发票', '每张发票都保存在付款页面。您可以下载发票，也可以更改上面的地址。'],
      printer: ['连接打印机', '请把打印机接到路由器上并安装驱动程序。准备好以后绿灯会亮。'],
      delivery: ['包裹配送', '我们在三个工作日内送货。快递员会把包裹送到您家门口。'],
    },
    questions: [['我的密码被忘记了怎么办', 'password'], ['想改发票的地址', 'invoice'], ['快递员没有送包裹', 'delivery']],
    limits: [['發票', 'invoice', 'traditional characters stand for themselves']],
  },
  ja: {
    pages: {
      password: ['パスワードを忘れた場合', 'パスワードを思い出せないときは、ログイン画面で再発行を依頼してください。リンクは一時間有効です。'],
      invoice: ['請求書について', '請求書はすべて支払い画面に保存されます。ダウンロードや宛先の変更もできます。'],
      printer: ['プリンターの接続', 'プリンターをルーターにつなぎ、ドライバーを入れてください。準備ができると緑のランプが点灯します。'],
      delivery: ['荷物の配送', 'ご注文は三営業日以内にお届けします。配達員が荷物を玄関までお持ちします。'],
    },
    questions: [['ﾊﾟｽﾜｰﾄﾞを忘れました', 'password'], ['請求書の宛先を変えたい', 'invoice'], ['プリンタがつながらない', 'printer']],
    limits: [['ぷりんたー', 'printer', 'the two kana stand for themselves']],
  },
  ko: {
    pages: {
      password: ['비밀번호를 잊었을 때', '비밀번호가 기억나지 않으면 첫 화면에서 새로 요청하세요. 링크는 한 시간 동안 쓸 수 있습니다.'],
      invoice: ['청구서', '모든 청구서는 결제 화면에 보관됩니다. 내려받거나 인쇄된 주소를 바꿀 수 있습니다.'],
      printer: ['프린터 연결', '프린터를 공유기에 꽂고 드라이버를 설치하세요. 준비가 되면 초록색 불이 켜집니다.'],
      delivery: ['택배 배송', '주문은 영업일 기준 사흘 안에 배송합니다. 기사님이 상자를 문 앞까지 가져다 드립니다.'],
    },
    questions: [['비밀번호만 잊어버렸어요', 'password'], ['청구서의 주소가 틀렸어요', 'invoice'], ['프린터에 초록불이 안 켜져요', 'printer']],
  },
  th: {
    pages: {
      password: ['ลืมรหัสผ่าน', 'หากจำรหัสผ่านไม่ได้ ให้ขอรหัสใหม่ที่หน้าแรก ลิงก์ใช้ได้หนึ่งชั่วโมง'],
      invoice: ['ใบแจ้งหนี้', 'ใบแจ้งหนี้ทุกใบเก็บไว้ในหน้าชำระเงิน คุณดาวน์โหลดและเปลี่ยนที่อยู่ได้'],
      printer: ['เชื่อมต่อเครื่องพิมพ์', 'ต่อเครื่องพิมพ์เข้ากับเราเตอร์แล้วติดตั้งไดรเวอร์ ไฟสีเขียวจะติดเมื่อเครื่องพร้อม'],
      delivery: ['การจัดส่งพัสดุ', 'เราส่งสินค้าภายในสามวันทำการ พนักงานจะนำพัสดุไปถึงหน้าประตู'],
    },
    questions: [['ฉันลืมรหัสผ่านของฉัน', 'password'], ['ขอดูใบแจ้งหนี้เดือนนี้', 'invoice'], ['พัสดุของฉันอยู่ที่ไหน', 'delivery']],
  },
}
