import { expect, test } from 'vitest'
import { LANGUAGES } from '../languages.ts'
import { readIntent } from '../read-intent.ts'

/** What people type, by language and by what they mean, with ` | ` between messages. */
const MESSAGES = `
tl
human: Pwede po bang makausap ang isang tao? | gusto ko makipag-usap sa totoong tao | Pakikonekta naman po ako sa agent | May tao po ba diyan na pwede kong kausapin? | ayoko kausap ang bot!!
unhelpful: Hindi po yan ang tinatanong ko | hindi nakatulong | ganun pa rin, ayaw pa rin gumana
thanks: Maraming salamat po! | salamat, ok na 😊 | Ayos na po, gumana na
yes: Opo | oo nga | Sige po
no: Hindi po | wala na po, salamat | hindi pa
greeting: Magandang umaga po! | kumusta | Hello po, may tao ba dyan?
vague: May tanong po ako | Pwede po bang magtanong? | patulong naman po | Kailangan ko ng tulong
question: Paano magdagdag ng agent sa team ko? | Pwede bang magpadala ng salamat na mensahe sa customer? | Ilang tao ang pwede sa isang account? | Paano baguhin ang oo/hindi na field? | Hindi gumagana ang export | Paano makausap ang customer sa chat?

ta
human: நான் ஒரு மனிதரிடம் பேச வேண்டும் | வாடிக்கையாளர் சேவை அதிகாரியுடன் பேச முடியுமா? | தயவுசெய்து என்னை முகவருடன் இணைக்கவும் | உண்மையான நபரிடம் பேசணும்!
unhelpful: இது உதவவில்லை | நான் கேட்டது இது இல்லை | இன்னும் வேலை செய்யவில்லை
thanks: மிக்க நன்றி! | நன்றிங்க 🙏 | சரியாகிவிட்டது, நன்றி
yes: ஆமாம் | ஆம், தயவுசெய்து | சரி
no: இல்லை | வேண்டாம், நன்றி
greeting: வணக்கம்! | காலை வணக்கம் | ஹலோ, யாராவது இருக்கிறீர்களா?
vague: எனக்கு ஒரு கேள்வி உள்ளது | எனக்கு உதவி தேவை | உதவி செய்ய முடியுமா? | வேலை செய்யவில்லை
question: என் குழுவில் முகவரை எப்படி சேர்ப்பது? | எத்தனை நபர்கள் கணக்கைப் பயன்படுத்தலாம்? | நன்றி செய்தியை எப்படி மாற்றுவது? | ஆம்/இல்லை புலத்தை எப்படி சேர்ப்பது? | ஏற்றுமதி வேலை செய்யவில்லை | வாடிக்கையாளருடன் அரட்டையில் பேசுவது எப்படி?

mr
human: मला माणसाशी बोलायचे आहे | कृपया मला एजंटशी जोडा | मी ग्राहक सेवा प्रतिनिधीशी बोलू शकतो का? | खऱ्या व्यक्तीशी बोलायचंय
unhelpful: याने मदत झाली नाही | मी हे विचारलं नव्हतं | अजूनही काम करत नाही
thanks: खूप खूप धन्यवाद! | धन्यवाद, झालं 🙏 | समस्या सुटली
yes: हो | होय, नक्कीच
no: नाही | नको, धन्यवाद
greeting: नमस्कार! | नमस्ते | शुभ सकाळ, कोणी आहे का?
vague: मला एक प्रश्न आहे | मला मदत हवी आहे | तुम्ही मला मदत करू शकता का? | काम करत नाही
question: माझ्या टीममध्ये एजंट कसा जोडायचा? | किती लोक खाते वापरू शकतात? | धन्यवाद संदेश कसा बदलायचा? | हो/नाही प्रश्न कसा तयार करायचा? | निर्यात काम करत नाही | ग्राहकाशी चॅटवर कसे बोलायचे?

ur
human: مجھے کسی انسان سے بات کرنی ہے | کیا میں نمائندے سے بات کر سکتا ہوں؟ | براہ کرم مجھے کسٹمر سروس سے ملا دیں | کسی اصلی بندے سے بات کرائیں
unhelpful: اس سے مدد نہیں ملی | میں نے یہ نہیں پوچھا تھا | ابھی بھی کام نہیں کر رہا
thanks: بہت بہت شکریہ! | شکریہ، مسئلہ حل ہو گیا | مہربانی 🙏
yes: جی ہاں | ہاں جی، بالکل
no: نہیں، شکریہ | جی نہیں
greeting: السلام علیکم | ہیلو! | آداب، کوئی ہے؟
vague: میرا ایک سوال ہے | مجھے مدد چاہیے | کیا آپ میری مدد کر سکتے ہیں؟ | کام نہیں کر رہا
question: اپنی ٹیم میں نمائندہ کیسے شامل کروں؟ | کتنے لوگ اکاؤنٹ استعمال کر سکتے ہیں؟ | شکریہ کا پیغام کیسے تبدیل کروں؟ | ہاں/نہیں والا سوال کیسے بنائیں؟ | ایکسپورٹ کام نہیں کر رہا | گاہک سے چیٹ پر بات کیسے کریں؟

bn
human: আমি একজন মানুষের সাথে কথা বলতে চাই | দয়া করে কাস্টমার কেয়ারের সাথে সংযোগ করে দিন | কোনো প্রতিনিধির সঙ্গে কথা বলা যাবে? | এজেন্টের সাথে কথা বলব
unhelpful: এটা কোনো কাজে আসেনি | আমি এটা জিজ্ঞেস করিনি | এখনও কাজ করছে না
thanks: অনেক ধন্যবাদ! | ধন্যবাদ ভাই, কাজ হয়েছে | সমস্যার সমাধান হয়ে গেছে 😊
yes: হ্যাঁ | জি, অবশ্যই
no: না, ধন্যবাদ | না
greeting: হ্যালো! | আসসালামু আলাইকুম | নমস্কার, কেউ আছেন?
vague: আমার একটা প্রশ্ন আছে | আমার সাহায্য দরকার | আপনি কি আমাকে সাহায্য করতে পারেন? | কাজ করছে না
question: আমার টিমে এজেন্ট কীভাবে যোগ করব? | কতজন মানুষ অ্যাকাউন্ট ব্যবহার করতে পারে? | ধন্যবাদ বার্তা কীভাবে পরিবর্তন করব? | হ্যাঁ/না প্রশ্ন কীভাবে তৈরি করব? | এক্সপোর্ট কাজ করছে না | গ্রাহকের সাথে চ্যাটে কীভাবে কথা বলব?

fa
human: می‌خواهم با یک انسان صحبت کنم | ميخوام با پشتيباني حرف بزنم | لطفاً منو به اپراتور وصل کنید | می شه با یه آدم واقعی صحبت کنم؟
unhelpful: کمکی نکرد | منظورم این نبود | هنوز کار نمی‌کنه | جواب سوالم رو ندادید
thanks: خیلی ممنون | مرسی، درست شد 🌹 | سپاسگزارم از راهنماییتون
yes: بله | آره حتما
no: نه ممنون | خیر
greeting: سلام! | سلام وقت بخیر | درود، کسی هست؟
vague: یه سوال داشتم | کمک لازم دارم | می‌تونید کمکم کنید؟ | کار نمی‌کند
question: چگونه یک اپراتور به تیم خود اضافه کنم؟ | چند نفر می‌توانند از حساب استفاده کنند؟ | متن پیام تشکر را چطور تغییر دهم؟ | چطور سوال بله/خیر بسازم؟ | خروجی اکسل کار نمی‌کند | چطور با مشتری در چت صحبت کنم؟ | چطور با همکاران چت کنم؟

th
human: ขอคุยกับเจ้าหน้าที่ครับ | อยากคุยกับคนจริงๆ ค่ะ | รบกวนช่วยต่อสายพนักงานให้หน่อยได้ไหมคะ | ติดต่อแอดมินได้ไหม | ไม่อยากคุยกับบอท | สวัสดีค่ะ อยากคุยกับเจ้าหน้าที่ค่ะ
unhelpful: ไม่ช่วยอะไรเลย | ไม่ตรงคำถามค่ะ | ยังใช้ไม่ได้อยู่ดี
thanks: ขอบคุณมากค่ะ | ขอบคุณครับ แก้ได้แล้ว 🙏 | ขอบใจจ้า
yes: ใช่ค่ะ | ได้ครับ
no: ไม่ครับ ขอบคุณ | ไม่เป็นไรค่ะ
greeting: สวัสดีค่ะ | หวัดดีครับ | สวัสดีครับ มีใครอยู่ไหม
vague: มีคำถามครับ | ขอความช่วยเหลือหน่อยค่ะ | สอบถามหน่อยครับ | ใช้ไม่ได้
question: จะเพิ่มเจ้าหน้าที่ในทีมได้อย่างไร | บัญชีหนึ่งใช้ได้กี่คน | แก้ไขข้อความขอบคุณยังไง | สร้างคำถามใช่/ไม่ใช่ได้ไหม | ส่งออกข้อมูลใช้ไม่ได้ | คุยกับลูกค้าทางแชทยังไง

vi
human: Tôi muốn nói chuyện với người thật | cho mình gặp nhân viên hỗ trợ với ạ | Vui lòng kết nối tôi với tổng đài viên | toi muon gap tu van vien | Có ai ở đó để nói chuyện không?
unhelpful: Không phải điều tôi hỏi | không giúp được gì cả | Vẫn không được bạn ơi
thanks: Cảm ơn bạn rất nhiều! | cám ơn shop nhé, được rồi ạ | tks ad
yes: Vâng ạ | đúng rồi | Có
no: Không, cảm ơn | không ạ
greeting: Xin chào! | chào bạn | Alo, có ai không ạ?
vague: Tôi có câu hỏi | mình cần giúp đỡ ạ | Bạn có thể giúp tôi được không? | cho em hỏi chút
question: Làm sao để thêm nhân viên vào nhóm? | Một tài khoản dùng được cho bao nhiêu người? | Thay đổi tin nhắn cảm ơn ở đâu? | Tạo câu hỏi có/không như thế nào? | Xuất dữ liệu không được | Làm thế nào để nói chuyện với khách hàng qua chat?

id
human: Saya mau bicara dengan orang langsung | tolong sambungkan saya ke CS dong | Bisa ngobrol sama admin gak kak? | Boleh saya bercakap dengan manusia? | hubungkan ke petugas
unhelpful: Tidak membantu sama sekali | bukan itu yang saya tanyakan | masih ga bisa juga kak | Jawabannya tidak sesuai
thanks: Terima kasih banyak kak! | makasih ya, udah bisa 🙏 | Baik, terima kasih atas bantuannya
yes: Ya | iya betul kak | boleh
no: Tidak, terima kasih | ngga | belum
greeting: Selamat pagi! | halo kak | Assalamualaikum
vague: Saya ada pertanyaan | mau tanya dong kak | Tolong bantu saya | Saya perlu bantuan
question: Bagaimana cara menambahkan agen ke tim saya? | Berapa orang yang bisa memakai satu akun? | Cara mengubah pesan terima kasih | Bagaimana membuat pertanyaan ya/tidak? | Ekspor tidak bisa | Bagaimana cara bicara dengan pelanggan lewat chat? | Bisa bicara dengan pelanggan di chat?

hi
human: मुझे किसी इंसान से बात करनी है | कृपया मुझे कस्टमर केयर से कनेक्ट करें | क्या मैं एजेंट से बात कर सकती हूँ? | असली आदमी से बात कराओ | mujhe agent se baat karni hai
unhelpful: इससे कोई मदद नहीं मिली | मैंने ये नहीं पूछा था | अभी भी काम नहीं कर रहा है
thanks: बहुत बहुत धन्यवाद! | शुक्रिया, हो गया 🙏 | समस्या हल हो गई, धन्यवाद जी | dhanyavad
yes: हाँ जी | जी बिल्कुल | haan
no: नहीं, धन्यवाद | जी नहीं | nahi
greeting: नमस्ते जी! | नमस्कार | हैलो, कोई है?
vague: मेरा एक सवाल है | मुझे मदद चाहिए | क्या आप मेरी मदद कर सकते हैं? | काम नहीं कर रहा
question: मैं अपनी टीम में एजेंट कैसे जोड़ूँ? | कितने लोग खाते का उपयोग कर सकते हैं? | धन्यवाद संदेश कैसे बदलें? | हाँ/नहीं वाला सवाल कैसे बनाएँ? | एक्सपोर्ट काम नहीं कर रहा है | ग्राहक से चैट पर कैसे बात करूँ?

he
human: אני רוצה לדבר עם נציג | אפשר לדבר עם בן אדם בבקשה? | תעבירו אותי לנציג אנושי | מענה אנושי!
unhelpful: זה לא עזר לי | לא זה מה ששאלתי | עדיין לא עובד
thanks: תודה רבה! | תודה, הסתדר לי 🙏 | מעולה זה עבד
yes: כן | כן בבקשה
no: לא תודה | ממש לא
greeting: שלום! | היי, בוקר טוב | יש פה מישהו?
vague: יש לי שאלה | אני צריכה עזרה | אתם יכולים לעזור לי? | לא עובד לי
question: איך מוסיפים נציג לצוות שלי? | כמה אנשים יכולים להשתמש בחשבון? | איך עורכים הודעת תודה? | איך יוצרים שאלת כן/לא? | הייצוא לא עובד | איך לדבר עם לקוח בצ'אט?

ar
human: أريد التحدث مع شخص حقيقي | ممكن اكلم موظف خدمة العملاء لو سمحت؟ | حولني على موظف من فضلك | عايز أتكلم مع حد | أبغى أكلم إنسان مو روبوت
unhelpful: هذا لم يساعدني | ليس هذا ما سألت عنه | لسه مش شغال | ما فادني
thanks: شكراً جزيلاً! | شكرا لك، تم حل المشكلة ❤️ | الله يعطيك العافية
yes: نعم | اي نعم | أيوه طبعا
no: لا شكرا | لأ
greeting: السلام عليكم ورحمة الله | مرحبا | صباح الخير، في أحد هنا؟
vague: عندي سؤال | أحتاج مساعدة | هل يمكنك مساعدتي؟ | لا يعمل
question: كيف أضيف موظفاً إلى فريقي؟ | كم شخص يمكنه استخدام الحساب؟ | كيف أغير رسالة الشكر؟ | كيف أنشئ سؤال نعم/لا؟ | التصدير لا يعمل | كيف أتحدث مع العملاء عبر الدردشة؟
`

const cases = MESSAGES.trim()
  .split('\n\n')
  .flatMap((block) => {
    const [language = '', ...lines] = block.split('\n')
    return lines.map((line) => {
      const [, intent = '', messages = ''] = /^(\w+): (.*)$/.exec(line) ?? []
      return { language, intent, messages: messages.split(' | ') }
    })
  })

test.each(cases)('$language: $intent', ({ language, intent, messages }) => {
  const read = messages.map((message) => [message, readIntent(message, language)])
  expect(read).toEqual(messages.map((message) => [message, intent]))
})

test.each([...new Set(cases.map(({ language }) => language))])('%s: only topics are left to be filled in', (language) => {
  const phrases = Object.entries(LANGUAGES[language]?.phrases ?? {})
  expect(phrases.filter(([, text]) => text.includes('{')).map(([name]) => name)).toEqual(['clarifyingChoice'])
  expect(LANGUAGES[language]?.phrases.clarifyingChoice.match(/\{.*?\}/g)).toEqual(['{topics}'])
})
