import { describeMessages } from '../../../test/support/describe-messages.ts'

describeMessages(`
ja
human: 担当者と話したいです / すみません、オペレーターにつないでもらえますか？ / 人と話したい！！ / ｻﾎﾟｰﾄの人と直接お話しできますか
human: ボットじゃなくて人間と話したいんですけど / はい、担当の方に代わってください / 有人チャットをお願いします / 電話で問い合わせたいのですが、担当者に繋いで下さい
thanks: ありがとうございました😊 / 解決しました。ありがとうございます！ / 助かりました〜 / できました、どうも
unhelpful: それは聞きたいことと違います / 全然役に立たない / いいえ、解決していません / まだ動かないです
yes: はい、お願いします / うん / そうです / ぜひお願いします！
no: いいえ、結構です / いや / 大丈夫です / まだです
greeting: こんにちは！ / おはようございます / はじめまして / お世話になっております。
vague: ちょっと質問があります / 困っています、助けてください / お聞きしたいことがあるのですが / 動きません
question: チームに担当者を追加するにはどうすればいいですか？ / オペレーターの権限を変更したい / お礼のメッセージを編集する
question: はい／いいえの質問を作れますか / 顧客とチャットで話すには / サポートの営業時間は？ / 請求書について質問があります / ログインできません / 人を削除したい

ko
human: 상담원과 통화하고 싶어요 / 상담원 연결 부탁드립니다! / 사람이랑 얘기하고싶은데요ㅠㅠ / 담당자분과 직접 이야기할 수 있을까요?
human: 네, 상담사 연결해주세요 / 로봇 말고 진짜 사람이랑 대화하고 싶습니다 / 챗봇이랑 얘기하기 싫어요 😡 / 상담원
thanks: 감사합니다^^ / 해결됐어요 감사합니다! / 답변 감사드려요 😊 / ㄱㅅ / 네 알겠습니다. 좋은 하루 되세요~
unhelpful: 도움이 안 돼요 / 제가 물어본 건 그게 아니에요 / 아니요, 아직도 안 돼요ㅠ / 원하는 답변이 아닙니다
yes: 네 / 넵! / 응응 / 네, 그렇게 해주세요 / ㅇㅇ
no: 아니요 / 아뇨 괜찮습니다 / 아직이요 / ㄴㄴ
greeting: 안녕하세요! / 안녕 / 좋은 아침입니다 / 안녕하세요, 누구 계세요?
vague: 질문이 있어요 / 문의드립니다 / 도와주세요ㅠㅠ / 뭐 좀 물어봐도 될까요? / 안돼요
question: 팀에 상담원을 추가하려면 어떻게 하나요? / 상담원 권한 변경 / 고객과 채팅으로 대화하는 방법 / 감사 메시지를 수정하고 싶어요
question: 네/아니요 질문은 어떻게 만드나요? / 고객센터 운영시간 / 결제 관련 질문이 있어요 / 로그인이 안돼요 / 담당자를 삭제하고 싶어요 / 상담원이 제 청구서를 볼 수 있나요?

zh
human: 转人工 / 我想和真人客服聊聊，谢谢 / 请帮我转接人工客服！ / 能不能找个真人跟我说话？
human: 我不想跟机器人聊天😡 / 你好，可以让客服联系我吗 / 我要找人工 / 有没有真人客服啊？
human: 請幫我轉接真人客服 / 我想跟客服人員通話 / 好的，请转人工服务
thanks: 谢谢！ / 非常感谢你的帮助😊 / 好的，问题解决了，谢谢 / 搞定了 / 謝謝，已經可以了 / 辛苦了，再见
unhelpful: 这个没有帮助 / 你没有回答我的问题 / 不是我想要的答案 / 还是不行 / 沒有解決我的問題
yes: 是的 / 好的，麻烦你了 / 嗯嗯 / 可以 / 好啊，谢谢
no: 不用了，谢谢 / 没有 / 不是 / 暂时不需要 / 還沒有
greeting: 你好！ / 您好，在吗？ / 早上好 / hello 你好 / 哈囉
vague: 我有个问题想问一下 / 能帮帮我吗？ / 请问一下 / 我需要帮助 / 用不了 / 我想請教一個問題
question: 怎么把客服添加到我的团队？ / 如何跟客户聊天？ / 人工客服的工作时间 / 修改感谢信息 / 怎么创建是或否的问题？
question: 不要人工 / 不用转人工
question: 我有个关于发票的问题 / 登录不了 / 如何删除团队成员 / 客服能看到我的账单吗？ / 机器人怎么转人工规则设置 / 請問如何新增客服人員？

ar
human: أريد التحدث مع موظف من فضلك / اريد التحدث الى شخص حقيقي / ممكن أكلم خدمة العملاء؟ / هل يمكنني التحدث إلى إنسان؟
human: لو سمحت حولني لموظف / عايز اكلم حد من الدعم / لا أريد التحدث مع روبوت 😡 / نعم، أود التواصل مع أحد الموظفين / خدمة العملاء
thanks: شكراً جزيلاً! / شكرا لك على المساعدة 😊 / تمام، اشتغل شكرا / تم حل المشكلة / يعطيك العافية
unhelpful: هذا لم يساعدني / ليس هذا ما أبحث عنه / لا، لا يزال لا يعمل / لم تجب على سؤالي
yes: نعم من فضلك / أيوه / اي نعم / بالتأكيد / ايوا
no: لا شكراً / لا / ليس بعد / لا، غير ضروري
greeting: السلام عليكم / مرحباً! / أهلا / صباح الخير / هلا والله
vague: لدي سؤال / هل يمكنك مساعدتي؟ / احتاج مساعدة / عندي مشكلة / لا يعمل
question: كيف أضيف موظفاً إلى فريقي؟ / كيف يمكنني التحدث مع عميل عبر الدردشة؟ / تعديل رسالة الشكر / كيف أنشئ سؤال نعم أو لا؟
question: لا أريد التحدث مع موظف
question: لدي سؤال عن الفاتورة / تسجيل الدخول لا يعمل / حذف شخص من الفريق / هل يستطيع الموظف رؤية فواتيري؟ / ساعات عمل خدمة العملاء

he
human: אני רוצה לדבר עם נציג בבקשה / אפשר לדבר עם בן אדם? / תעביר אותי לנציג אנושי / היי, הייתי רוצה לדבר עם מישהו משירות הלקוחות
human: לא רוצה לדבר עם רובוט 😡 / כן, אשמח לשוחח עם נציגה / נציג אנושי / יש מישהו שאפשר לדבר איתו?
thanks: תודה רבה! / מעולה, זה עובד עכשיו, תודה 😊 / תודה על העזרה / זהו, יום טוב
unhelpful: זה לא עזר לי / לא לזה התכוונתי / לא, זה עדיין לא עובד / לא ענית על השאלה שלי
yes: כן, בבקשה / בטח / כן, אשמח / סבבה
no: לא תודה / לא / עדיין לא / אין צורך
greeting: שלום! / היי / בוקר טוב / ערב טוב, מה נשמע?
vague: יש לי שאלה / אתה יכול לעזור לי? / אני צריך עזרה / לא עובד
question: איך מוסיפים נציג לצוות שלי? / איך אפשר לדבר עם לקוח בצ'אט? / שינוי הודעת התודה / איך יוצרים שאלת כן/לא?
question: יש לי שאלה על החשבונית / ההתחברות לא עובדת / מחיקת אדם מהצוות / האם נציג יכול לראות את החשבוניות שלי? / שעות הפעילות של שירות הלקוחות / לא רוצה לדבר עם נציג

hi
human: मुझे किसी इंसान से बात करनी है / क्या मैं किसी प्रतिनिधि से बात कर सकता हूँ? / कृपया मुझे एजेंट से जोड़ें / मैं कस्टमर केयर से बात करना चाहती हूं
human: mujhe kisi insaan se baat karni hai / मुझे बॉट से बात नहीं करनी 😡 / हाँ, मेरी बात किसी व्यक्ति से करवा दीजिए / किसी असली इंसान से बात करा दो
thanks: बहुत बहुत धन्यवाद! / शुक्रिया 😊 / ठीक है, अब काम कर रहा है, धन्यवाद / मदद के लिए धन्यवाद / समस्या हल हो गई
unhelpful: इससे कोई मदद नहीं मिली / मैंने यह नहीं पूछा था / नहीं, यह अभी भी काम नहीं कर रहा / यह मेरे सवाल का जवाब नहीं है
yes: हाँ / जी हां / हाँ कृपया / बिल्कुल / haan ji
no: नहीं / जी नहीं, धन्यवाद / अभी नहीं / nahi
greeting: नमस्ते! / नमस्कार जी / सुप्रभात / हेलो / namaste
vague: मेरा एक सवाल है / क्या आप मेरी मदद कर सकते हैं? / मुझे मदद चाहिए / काम नहीं कर रहा है / मुझे कुछ पूछना है
question: मैं अपनी टीम में एजेंट कैसे जोड़ूँ? / ग्राहक से चैट पर बात कैसे करें? / धन्यवाद संदेश कैसे बदलें? / हाँ/नहीं वाला सवाल कैसे बनाएं?
question: मुझे बिल के बारे में एक सवाल है / लॉगिन काम नहीं कर रहा है / टीम से किसी व्यक्ति को हटाना / क्या एजेंट मेरे बिल देख सकता है? / ग्राहक सेवा का समय / मुझे एजेंट से बात नहीं करनी

id
human: Saya ingin bicara dengan CS / mau ngobrol sama orang asli dong kak / Bisa hubungkan saya dengan petugas? / Halo kak, tolong sambungkan ke agen manusia ya
human: Bisakah saya berbicara dengan seseorang? / gak mau ngomong sama bot 😡 / Saya hendak bercakap dengan pegawai khidmat pelanggan / Ya, boleh sambungkan saya kepada ejen?
thanks: Terima kasih banyak kak! / makasih ya 😊 / oke sudah bisa, terima kasih / mantap, berhasil / tq
unhelpful: ini tidak membantu / bukan itu maksud saya / Tidak, masih belum bisa / kamu tidak menjawab pertanyaan saya
yes: Ya, tolong / iya kak / boleh / betul / tentu saja
no: Tidak, terima kasih / nggak / belum / tidak perlu / tak payah
greeting: Halo! / Selamat pagi / assalamualaikum kak / hai min / Apa kabar?
vague: Saya punya pertanyaan / Bisa bantu saya? / mau tanya dong / tidak bisa / saya perlu bantuan
question: Bagaimana cara menambahkan agen ke tim saya? / Cara berbicara dengan pelanggan lewat chat / mengubah pesan terima kasih / Bagaimana membuat pertanyaan ya/tidak?
question: Saya punya pertanyaan tentang tagihan / Login tidak bisa / menghapus orang dari tim / Apakah agen bisa melihat faktur saya? / jam kerja layanan pelanggan / saya tidak mau bicara dengan CS

vi
human: Tôi muốn nói chuyện với nhân viên / cho mình gặp nhân viên tư vấn với ạ / Toi muon gap nguoi that / Làm ơn kết nối tôi với tổng đài viên
human: Em muốn chat với người thật được không? / tôi không muốn nói chuyện với robot 😡 / Vâng, chuyển cho tôi gặp bộ phận hỗ trợ / Có ai để tôi nói chuyện không?
thanks: Cảm ơn bạn nhiều! / cam on ad 😊 / ok, được rồi, cảm ơn nhé / Đã giải quyết xong / cám ơn shop ạ
unhelpful: Cái này không giúp được gì / không phải ý tôi / Không, vẫn không được / bạn chưa trả lời câu hỏi của tôi
yes: Có, làm ơn / vâng ạ / đúng rồi / dạ / ừ
no: Không, cảm ơn / chưa / không cần đâu / khong
greeting: Xin chào! / chào bạn / Chào buổi sáng / hello ad / alo shop ơi
vague: Tôi có một câu hỏi / Bạn giúp tôi với / cho mình hỏi chút / không hoạt động / tôi cần giúp đỡ
question: Làm thế nào để thêm nhân viên vào nhóm của tôi? / Cách nói chuyện với khách hàng qua chat / sửa tin nhắn cảm ơn / Làm sao tạo câu hỏi có/không?
question: Tôi có câu hỏi về hóa đơn / Đăng nhập không được / xóa người khỏi nhóm / Nhân viên có xem được hóa đơn của tôi không? / giờ làm việc của bộ phận hỗ trợ / tôi không muốn gặp nhân viên / không muốn gặp nhân viên

th
human: ขอคุยกับเจ้าหน้าที่ครับ / อยากคุยกับคนจริงๆ ค่ะ / ช่วยโอนสายให้พนักงานหน่อยค่ะ / ติดต่อแอดมินได้ไหมคะ
human: ไม่อยากคุยกับบอท 😡 / ใช่ครับ ขอสายเจ้าหน้าที่ด้วย / มีคนจริงให้คุยไหม / ต้องการติดต่อเจ้าหน้าที่
thanks: ขอบคุณมากค่ะ / ขอบคุณครับ 😊 / ได้แล้วค่ะ ขอบคุณนะคะ / แก้ปัญหาได้แล้ว / ขอบใจจ้า
unhelpful: ไม่ได้ช่วยอะไรเลย / ไม่ใช่คำตอบที่ต้องการ / ไม่ค่ะ ยังใช้ไม่ได้อยู่ดี / ตอบไม่ตรงคำถามเลยครับ
yes: ใช่ครับ / ค่ะ ได้เลย / โอเค / เอาครับ / ใช่แล้วค่ะ
no: ไม่ครับ / ไม่เป็นไรค่ะ ขอบคุณ / ยังค่ะ / ไม่ต้องครับ
greeting: สวัสดีครับ / สวัสดีค่ะ มีใครอยู่ไหมคะ / หวัดดี / ดีจ้า / อรุณสวัสดิ์
vague: มีคำถามครับ / ช่วยหน่อยค่ะ / ขอสอบถามหน่อยค่ะ / ใช้งานไม่ได้ / มีปัญหาครับ
question: เพิ่มเจ้าหน้าที่เข้าทีมยังไงครับ / คุยกับลูกค้าทางแชทได้อย่างไร / แก้ไขข้อความขอบคุณ / สร้างคำถามใช่หรือไม่ใช่ยังไง
question: มีคำถามเกี่ยวกับใบแจ้งหนี้ครับ / ล็อกอินไม่ได้ค่ะ / ลบคนออกจากทีม / เจ้าหน้าที่ดูใบแจ้งหนี้ของฉันได้ไหม / เวลาทำการของฝ่ายบริการลูกค้า / ไม่ต้องการคุยกับเจ้าหน้าที่
`)
