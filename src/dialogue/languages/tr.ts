import type { LanguageWords } from '../language-words.ts'

export const tr: LanguageWords = {
  fillers:
    'lütfen|merhaba|merhabalar|selam|iyi günler|alo|tamam|peki|ok|okey|ya|yani|ama|ve|o zaman|artık|şimdi|hemen|acil|acilen|sadece|direkt|doğrudan|gerçekten|pardon|özür dilerim|kusura bakmayın|maalesef|ne yazık ki|teşekkürler|teşekkür ederim|bir an önce|hocam|çok|zaten|e',
  patterns: {
    human: [
      '[botla değil|robotla değil] [bir|gerçek bir] (insanla|temsilciyle) (konuşmak istiyorum|görüşmek istiyorum) [botla değil|robotla değil]',
      '[ben|artık] [canlı] [bir|herhangi bir|gerçek bir|canlı bir] [gerçek|canlı] (insanla|insan ile|kişiyle|kişi ile|temsilciyle|temsilci ile|temsilcinizle|yetkiliyle|yetkili ile|müşteri temsilcisiyle|müşteri temsilcisi ile|müşteri hizmetleriyle|müşteri hizmetleri ile|destek ekibiyle|destek ekibi ile|biriyle|birisiyle|birileriyle|operatörle|çalışanla|uzmanla|destek ekibinden biriyle|ekibinizden biriyle|destekten biriyle|müşteri hizmetlerinden biriyle|canlı destekle|canlı destek ile) (konuşmak|görüşmek|yazışmak|iletişime geçmek|konuşabilir|görüşebilir|yazışabilir|konuşabilirim|görüşebilirim|konuşayım|görüşeyim|konuşmam|görüşmem) [istiyorum|isterim|istiyom|istiyoruz|mümkün mü|miyim|miyiz|lazım|gerek|gerekiyor|istiyorum ben]',
      '[bir|gerçek bir|canlı] (temsilciyle|müşteri temsilcisiyle|müşteri hizmetleriyle|insanla|canlı destekle|yetkiliyle|destek ekibiyle) nasıl (görüşebilirim|konuşabilirim|iletişime geçebilirim)',
      '[beni] [canlı] [bir|gerçek bir|canlı bir] [gerçek|canlı] (insana|kişiye|temsilciye|temsilcinize|yetkiliye|müşteri temsilcisine|müşteri hizmetlerine|operatöre|birine|birisine|destek ekibine|canlı desteğe) [beni] (bağlayın|bağla|bağlar mısınız|bağlar mısın|bağlayabilir misiniz|bağlayabilir misin|aktarın|aktar|aktarır mısınız|yönlendirin|yönlendir|yönlendirir misiniz|yönlendirebilir misiniz|bağlanmak istiyorum|bağlan|bağlanabilir miyim)',
      '[bana] [bir|gerçek bir|canlı bir] (insan|temsilci|yetkili|müşteri temsilcisi|gerçek insan|canlı destek) (istiyorum|verin|lazım|bağlayın|bağla)',
      '(temsilci|müşteri temsilcisi|müşteri hizmetleri|canlı destek|gerçek insan|gerçek kişi|gerçek bir insan|gerçek bir kişi|yetkili biri|insan|operatör|canlı temsilci|müşteri temsilcisine bağlan)',
      '[orada|burada] (gerçek bir insan|gerçek bir kişi|canlı biri|konuşabileceğim biri|konuşabileceğim bir insan|konuşabileceğim bir temsilci|konuşabileceğim gerçek biri) (var mı|yok mu)',
      '[ben] [bir] (robotla|botla|makineyle|bilgisayarla|robot ile|bot ile|yapay zekayla|yapay zeka ile) (konuşmak|görüşmek|yazışmak) istemiyorum',
    ],
    unhelpful: [
      '[hayır] (aradığım|istediğim|sorduğum) [cevap|şey] bu değil',
      '[hayır] (bu değil|öyle değil|bu aradığım şey değil|bu sorumun cevabı değil)',
      'hayır [bu] [işime] (yaramadı|yardımcı olmadı|olmadı|çalışmadı)',
      '[bu|bunlar|cevap|cevabınız|bu cevap] [hiç|pek|benim] [hiç] (yardımcı olmadı|işime yaramadı|işe yaramadı|bana yardımcı olmadı|yaramadı|faydalı değil|faydalı olmadı|sorumu cevaplamıyor|sorumun cevabı değil|yardımcı olmuyor|işe yaramıyor)',
      '(bunu|ben bunu|onu|ben onu) (sormadım|sormuyorum|kastetmedim|kastetmiyorum|demedim|demek istemedim)',
      '(yanlış|yanlış cevap|bu yanlış|doğru değil|bu doğru değil|saçma|alakasız|alakası yok|aradığım bu değil|istediğim bu değil|sorduğum bu değil|beni anlamadın|beni anlamadınız|beni anlamıyorsun|beni anlamıyorsunuz|sorumu anlamadınız|sorumu anlamadın|sorumu cevaplamadınız|soruma cevap vermediniz|soruma cevap vermedin)',
      '[bu] (hala|halen|hâlâ|yine|yine de) [bu] (çalışmıyor|olmuyor|olmadı|işe yaramıyor|çalışmadı)',
      '[bunu|onu|bunları] (denedim|yaptım|denemiştim|yapmıştım) (zaten|önceden|olmadı)',
      '(bunu|onu|bunları) [zaten|daha önce|önceden] (denedim|denemiştim|yapmıştım)',
    ],
    thanks: [
      '[çok] yardımcı oldunuz',
      '[çok|yardımınız için|yardımın için|bilgi için|cevabınız için|ilginiz için] [çok] (teşekkür ederim|teşekkür ederiz|teşekkürler|teşekkür|sağ ol|sağol|sağolun|sağ olun|saol|saolun|eyvallah|tşk|tşkler|eyw|minnettarım) [çok] [yardımınız için|yardımın için|bilgi için|cevabınız için|ilginiz için]',
      '[bu|şimdi|artık|evet] [şimdi|artık] (işe yaradı|işime yaradı|yardımcı oldu|çalıştı|çalışıyor|oldu|düzeldi|çözüldü|hallettim|halloldu|anladım|hallettik)',
      '[tam|tam olarak|işte] [bu] (aradığım şey|aradığım buydu|istediğim buydu|aradığım bu|istediğim şey|bunu arıyordum|ihtiyacım olan buydu|ihtiyacım olan bu) [buydu]',
      '(harika|süper|mükemmel|çok iyi|çok güzel|şahane|güzel|sorun çözüldü|sorunum çözüldü|problem çözüldü|bu kadar|hepsi bu|başka sorum yok)',
      '(hoşça kal|hoşçakal|hoşça kalın|hoşçakalın|görüşürüz|görüşmek üzere|güle güle)',
    ],
    no: [
      'hayır (bu kadar|hepsi bu|başka sorum yok)',
      '(hayır|yok|yoo|hayır teşekkürler|pek değil|değil|henüz değil|daha değil|sanmıyorum|gerek yok|gerek kalmadı|şimdi değil|istemiyorum|istemem|hiç değil|tam değil|olmaz)',
    ],
    yes: [
      '(evet|ewet|e|he|evet lütfen|tabi|tabii|tabii ki|tabi ki|elbette|kesinlikle|aynen|aynen öyle|doğru|olur|tamam|ok|okey|peki|isterim|istiyorum|evet isterim|evet istiyorum|memnun olurum|evet yardımcı oldu)',
    ],
    greeting: [
      '(merhaba|merhabalar|selam|selamlar|slm|mrb|selamün aleyküm|iyi günler|iyi akşamlar|iyi geceler|günaydın|iyi sabahlar|tünaydın|hey|alo|kolay gelsin|iyi çalışmalar)',
      '(nasılsınız|nasılsın|naber|kimse var mı|orada mısınız|orada mısın|orada kimse var mı|biri var mı|orada biri var mı)',
    ],
    vague: [
      '[benim|size|sana] [bir|başka bir|küçük bir|ufak bir|bir tane] (sorum|sorunum|problemim|ricam|sıkıntım) [daha] (var|vardı|olacaktı|olacak)',
      '[benim] [biraz|sizin] (yardıma|desteğe|yardımınıza|desteğinize) ihtiyacım (var|vardı)',
      '(yardım|yardım edin|yardım et|yardım lazım|yardım istiyorum|destek|destek istiyorum|destek lazım|soru|bir soru|sorun var|bir sorun var|problem var|çalışmıyor|bu çalışmıyor|olmuyor|bir şey çalışmıyor|hiçbir şey çalışmıyor)',
      '[bana] [bir konuda|bu konuda] [bana] (yardımcı olabilir|yardım edebilir|yardımcı olur|yardım eder|destek olabilir) (misiniz|misin|mi|musunuz|musun)',
      '(yardımcı olur|destek olur) (musunuz|musun)',
      '[size|sana] (bir şey|bir soru|bi şey|bişey) (sorabilir miyim|soracağım|soracaktım|sormak istiyorum|sorcam)',
      '(soru|bir soru) sormak istiyorum',
    ],
  },
  own: {
    mine: 'benim|bizim|kendi',
    endings: 'm|im|um|imiz|umuz|miz|imin|umun|min|imi|umu|larım|lerim|larımın|lerimin|larımız|lerimiz',
    asks: 'nerede|nerde|nereye|neredeler|ne zaman|ne|hangi|nedir|durumu|durum|durumu nedir|ulaşır|ulaşacak|ulaştı|gelir|gelecek|geliyor|geldi|varır|varacak|teslimat|teslim|teslim edildi|teslim edilecek|kargo|kargoya|kargoda|gönderildi|gönderilecek|takibi|yolda|hazır|tahmini|bekleniyor|ne kadar|ne durumda|söyle|söyler misiniz|söyler misin|söyleyebilir misiniz|öğrenmek istiyorum|bilmek istiyorum|göster|kaç|hangi aşamada|mi|mı|mu|mü',
    around:
      'bu|şu|o|onlar|ve|veya|ile|şimdi|şu anda|şu an|hâlâ|artık|son|en son|güncel|mevcut|oldu|olacak|verildi|bana|edildi|edilecek|çıktı|henüz',
  },
  phrases: {
    greeting: 'Merhaba! Size nasıl yardımcı olabilirim?',
    clarifyingQuestion: 'Ne öğrenmek istediğinizi biraz daha açıklayabilir misiniz?',
    clarifyingChoice: 'Biraz daha bilgi verebilir misiniz? Sorunuz şu konulardan biriyle mi ilgili: {topics}?',
    noAnswerWithOffer: 'Bu soruya bir yanıt bulamadım. Bir müşteri temsilcisiyle görüşmek ister misiniz?',
    noAnswer: 'Bu soruya bir yanıt bulamadım.',
    askForDetail: 'Üzgünüm. Tam olarak ne yapmak istiyorsunuz?',
    offerHuman: 'Yardımcı olamadığım için üzgünüm. Bir müşteri temsilcisiyle görüşmek ister misiniz?',
    handingOver: 'Sizi, yardımcı olabilecek bir müşteri temsilcisine aktarıyorum.',
    closing: 'Yardımcı olabildiysem ne mutlu. İyi günler dilerim!',
    anythingElse: 'Tamam. Yardımcı olabileceğim başka bir konu var mı?',
    checkIn: 'Aradığınız bilgi bu muydu?',
    checkInWithOffer: 'Aradığınız bilgi bu muydu, yoksa bir müşteri temsilcisiyle görüşmek ister misiniz?',
    chooseOption: 'Lütfen aşağıdakilerden birini seçin:',
    invalidValue: 'Bunu anlayamadım. Tekrar dener misiniz?',
  },
  ratings: { terrible: 'Berbat', bad: 'Kötü', ok: 'İdare eder', good: 'İyi', amazing: 'Harika' },
}
