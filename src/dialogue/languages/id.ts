import type { LanguageWords } from '../language-words.ts'

/** Indonesian, and Malay where messages differ; what the agent says is Indonesian. */
export const id: LanguageWords = {
  fillers:
    'tolong|mohon|silakan|sila|permisi|maaf|halo|hai|hi|hello|hallo|kak|kakak|min|admin|gan|bang|mas|mbak|pak|bu|bapak|ibu|tuan|puan|dong|donk|deh|ya|yah|yaa|nih|sih|lah|kok|saja|aja|je|dulu|sekarang|segera|langsung|terima kasih|terimakasih|makasih|oke|ok|okay|baik|baiklah|selamat pagi|selamat siang|selamat sore|selamat malam|assalamualaikum|plis|please|pls|tapi|dan|lalu|kalau begitu|wkwk|hehe|jadi|sebenarnya|cepat',
  patterns: {
    human: [
      '[iya|betul] [apakah] [saya|aku|gue|gw|sy] [ingin|mau|pengen|pengin|perlu|butuh|harus|hendak|nak|bisa|boleh|bisakah|bolehkah|dapatkah|apa bisa|apakah bisa|lebih suka|bagaimana cara|gimana cara|bagaimana caranya|bisa ga|bisa gak|minta] [saya|aku|kami|untuk] (bicara|berbicara|ngomong|ngobrol|mengobrol|chat|chatting|bercakap|bercakap cakap|cakap|berbincang|konsultasi|komunikasi|berkomunikasi|telepon|telponan|berhubung|terhubung|bertanya langsung|tanya langsung) [langsung|secara langsung] (dengan|sama|ke|kepada|dgn|dg|ama) [tim|seorang|salah satu|petugas] (orang|orang asli|orang sungguhan|orang beneran|orang sebenar|manusia|manusia asli|manusia sungguhan|seseorang|cs|cso|customer service|customer care|customer support|layanan pelanggan|khidmat pelanggan|petugas|petugas layanan pelanggan|pegawai|pegawai khidmat pelanggan|staf|staf dukungan|agen|agen manusia|agen langsung|ejen|ejen sebenar|operator|admin|admin asli|perwakilan|wakil|supervisor|atasan|manajer|support|dukungan|tim dukungan|tim support|bantuan teknis|kalian|seseorang dari tim dukungan) [asli|langsung|manusia|beneran|kalian]',
      '[iya] [bisa|bisakah|boleh|bolehkah|apakah bisa|apa bisa|dapatkah|apakah anda bisa|saya mau|saya ingin|aku mau|minta|saya minta|saya nak] [anda|kamu|awak|kalian] (hubungkan|dihubungkan|sambungkan|disambungkan|menghubungkan|menyambungkan|alihkan|dialihkan|mengalihkan|teruskan|diteruskan|meneruskan|transfer|oper|pindahkan|arahkan|eskalasi) [saya|aku|chat ini|percakapan ini|obrolan ini] [langsung] (ke|dengan|kepada|sama) [tim|seorang|salah satu] (orang|orang asli|orang sungguhan|manusia|seseorang|cs|customer service|customer care|layanan pelanggan|khidmat pelanggan|petugas|petugas layanan pelanggan|pegawai|pegawai khidmat pelanggan|staf|agen|agen manusia|agen langsung|ejen|operator|admin|perwakilan|wakil|supervisor|support|dukungan|tim dukungan) [asli|manusia|langsung]',
      '[iya] [saya|aku] [mau|ingin|butuh|perlu|minta|nak] (orang asli|orang sungguhan|orang beneran|manusia|manusia asli|agen manusia|agen langsung|customer service|cs|cs manusia|operator|admin asli|petugas|ejen manusia|perwakilan|live agent|live chat)',
      '(apakah ada|ada|adakah|ada ga|apa ada) (orang|manusia|petugas|seseorang|admin|staf|cs|orang asli|pegawai) [asli|sungguhan|yang] (yang bisa diajak bicara|bisa diajak bicara|yang bisa saya ajak bicara|bisa saya ajak bicara|yang bisa saya hubungi|bisa saya hubungi|yang bisa membantu|yang bisa bantu|yang boleh saya hubungi|yang bisa dihubungi|bisa bantu)',
      '[saya|aku|gue|gw] (tidak mau|tidak ingin|gak mau|ga mau|nggak mau|enggak mau|ngga mau|tak mau|tak nak|males|malas) (bicara|berbicara|ngomong|ngobrol|chat|bercakap|cakap|chatting) (dengan|sama|ke|dgn) (bot|robot|mesin|komputer|ai|chatbot)',
      '(jangan bot|bukan bot|bukan robot|saya tidak mau bot|gak mau bot)',
    ],
    unhelpful: [
      '[tidak|nggak] [ini|itu|hal ini|jawaban ini|jawaban itu|jawabannya|jawaban anda|informasi ini] (tidak|tak|gak|ga|nggak|enggak|ngga|kurang|belum|sama sekali tidak) (membantu|bantu|membantu saya|berguna|bermanfaat|sesuai|tepat|relevan|menjawab|menjawab pertanyaan saya|jelas|benar|nyambung|menyelesaikan masalah|menyelesaikan masalah saya) [sama sekali]',
      '[tidak|nggak] [ini|itu] (bukan itu|bukan ini|bukan|bukan itu yang) [yang] [saya] (maksud saya|maksudku|yang saya cari|saya cari|yang saya maksud|saya maksud|yang saya tanyakan|saya tanyakan|yang saya tanya|yang saya inginkan|saya mau|yang saya mau|yang saya butuhkan|jawaban yang saya cari|pertanyaan saya)',
      '[tidak|nggak|belum] (masih|tetap|masih saja|tetap saja|masih juga) (tidak|tak|gak|ga|nggak|belum|belom) (bisa|bisa juga|berfungsi|berhasil|jalan|work|boleh|selesai|teratasi|dapat|jadi|menyala|mengerti|paham)',
      '[tidak] [masalah|masalahnya|masalah saya] (belum selesai|belum teratasi|belum terselesaikan|masih ada|masih sama|tidak selesai|tak selesai)',
      '[kamu|anda|awak|kau|bot ini] (tidak|tak|gak|ga|nggak|belum) (menjawab|jawab|mengerti|paham|memahami|faham) [pertanyaan|soalan|maksud|pertanyaannya|saya] [saya]',
      '(tidak membantu|gak membantu|ga membantu|tak membantu|salah|jawaban salah|jawabannya salah|jawaban yang salah|ga nyambung|gak nyambung|tidak nyambung|tidak berguna|percuma)',
      '[itu|ini] [saya] sudah (saya coba|coba|mencobanya|mencoba itu|saya lakukan|dicoba|pernah coba) [itu|semua]',
    ],
    thanks: [
      '[oke|baik] (terima kasih|terimakasih|trima kasih|makasih|makasi|mksh|trims|thanks|thank you|thx|tq|tengkyu|tks|suwun|terima kasih banyak|terimakasih banyak|makasih banyak|terima kasih banyak banyak|banyak terima kasih|ribuan terima kasih|saya ucapkan terima kasih) [banyak|sekali|banget|byk] [atas|untuk|utk] [bantuannya|bantuan anda|bantuan|jawabannya|informasinya|infonya|responnya|penjelasannya|bantuannya ya]',
      '[masalah|masalahnya|ini|itu|sekarang|alhamdulillah|akhirnya|syukurlah|problem] [saya|ini] (sudah|udah|udh|dah|telah) (bisa|berhasil|beres|selesai|teratasi|terselesaikan|berfungsi|jalan|membantu|settle|jelas) [kembali|lagi|sekarang|sekali|banget]',
      '[ini|itu] (sekarang bisa|sekarang sudah bisa|akhirnya bisa|berhasil|beres|teratasi|sangat membantu|membantu sekali|membantu) [kembali|lagi|sekali|banget]',
      '(mantap|mantul|sip|siap|keren|sempurna|bagus|bagus sekali|hebat|paham|mengerti|faham|saya mengerti|saya paham|saya faham|sudah paham|sudah jelas|itu saja|itu aja|cukup itu saja|sudah cukup|cukup|luar biasa|oke sip|sangat bagus|alhamdulillah)',
      '(sampai jumpa|selamat tinggal|dadah|dah|bye|jumpa lagi|semoga harimu menyenangkan|semoga hari anda menyenangkan|semoga sukses)',
    ],
    no: [
      '(tidak|tidak kak|tidak ada|tidak ada lagi|tidak perlu|tidak usah|tidak jadi|tidak dulu|tidak sekarang|tidak terima kasih|gak|ga|gak ada|gak usah|ga usah|gak perlu|ga perlu|enggak|nggak|ngga|nggak usah|nggak ada|nggak perlu|engga|kagak|tak|tak ada|tak perlu|tak payah|tak nak|tidak mau|gak mau|ga mau|bukan|belum|belom|blm|belum perlu|tidak juga|sepertinya tidak|saya rasa tidak|rasanya tidak|nanti saja|nanti aja|nanti dulu|takpe|tak apa|tidak apa apa|gapapa|jangan)',
    ],
    yes: [
      '(ya|ya ya|iya|iyaa|iya iya|yoi|yup|yap|yes|iye|ya benar|ya betul|iya benar|betul|betul sekali|benar|benar sekali|tentu|tentu saja|pasti|boleh|boleh banget|bisa|mau|mau dong|saya mau|iya mau|ya mau|ya saya mau|setuju|silakan|ok|oke|okey|okay|okelah|baik|baiklah|sip boleh|dengan senang hati|yoi lah|lanjut|lanjutkan|nak|ya tolong|iya tolong)',
    ],
    greeting: [
      '(halo|hallo|hai|hay|hi|hello|helo|hei|hey|pagi|siang|sore|malam|selamat pagi|selamat siang|selamat sore|selamat malam|selamat petang|selamat tengah hari|selamat datang|met pagi|met siang|met malam|assalamualaikum|assalamu alaikum|assalamualaikum wr wb|asalamualaikum|salam|salam sejahtera|salam sejahtera untuk semua|shalom|permisi|punten|apa kabar|apa khabar|gimana kabarnya|apa kabarnya|ada orang|ada orang di sini|ada orang disini|apakah ada orang)',
    ],
    vague: [
      '[saya|aku|kami|gue|gw|sy] [mau|ingin|pengen|hendak|nak|boleh|bisa|numpang|izin|ijin|apakah boleh] [saya|aku] (tanya|bertanya|nanya|tanya tanya|tanya sesuatu|bertanya sesuatu|menanyakan sesuatu|tanya dong|konsultasi|minta bantuan|minta tolong) [sesuatu|sebentar|sikit|sedikit]',
      '[saya|aku|kami] (punya|ada|memiliki|mempunyai|mengalami|menghadapi|dapat) [sebuah|satu|beberapa|sedikit] (pertanyaan|masalah|kendala|soalan|persoalan|masalah kecil|keluhan|problem|pertanyaan lain|pertanyaan lagi|permintaan)',
      '[apakah] [bisa|bisakah|boleh|bolehkah|dapatkah|mau] [anda|kamu|awak|kalian|kakak] [bisa|boleh|dapat] (bantu|membantu|dibantu|tolong|menolong|bantuin|tolongin) [saya|aku|kami]',
      '[saya|aku|kami] (butuh|perlu|memerlukan|membutuhkan|perlukan|minta|mau|ingin|nak|mahu) (bantuan|pertolongan|dibantu|bantuannya|bantuan anda|dukungan)',
      '[ini|itu|kok|kenapa|mengapa] (tidak|tak|gak|ga|nggak|enggak) (bisa|berfungsi|jalan|boleh|work|berhasil|bekerja|dapat|bisa dibuka|bisa digunakan|bisa dipakai)',
      '(pertanyaan|masalah|bantuan|bantu|bantu saya|bantuin|tolong saya|tolong aku|tolong bantu|tolong bantu saya|ada masalah|ada kendala|saya bingung|bingung|saya tidak mengerti|tidak mengerti|gak ngerti|ga ngerti|tidak paham|tak faham)',
    ],
  },
  own: {
    mine: 'saya|aku|ku|kami|kita|gue|gw',
    endings: 'ku',
    asks: 'di mana|dimana|mana|kapan|bila|apa|apakah|yang mana|status|statusnya|tiba|sampai|datang|sampainya|tibanya|pengiriman|penghantaran|dikirim|dihantar|diantar|terkirim|diterima|pelacakan|siap|perkiraan|estimasi|berapa|berapa lama|beritahu saya|beri tahu saya|bisa beritahu saya|saya ingin tahu|saya mau tahu|saya nak tahu|tunjukkan|sampai mana|sudah sampai mana|sudah|telah',
    around:
      'yang|ini|itu|nya|dari|untuk|tentang|adalah|ada|akan|udah|belum|masih|di|dan|atau|saat ini|terakhir|terbaru|dia|ia|mereka|bagaimana status|akan sampai|berada',
  },
  phrases: {
    greeting: 'Halo! Ada yang bisa saya bantu?',
    clarifyingQuestion: 'Bisakah Anda menjelaskan sedikit lebih rinci apa yang ingin Anda ketahui?',
    clarifyingChoice:
      'Bisakah Anda menjelaskan sedikit lebih rinci? Apakah ini tentang salah satu topik berikut: {topics}?',
    noAnswerWithOffer:
      'Maaf, saya tidak menemukan jawaban untuk pertanyaan itu. Apakah Anda ingin berbicara dengan petugas kami?',
    noAnswer: 'Maaf, saya tidak menemukan jawaban untuk pertanyaan itu.',
    askForDetail: 'Mohon maaf atas hal ini. Apa yang sebenarnya ingin Anda lakukan?',
    offerHuman: 'Maaf, saya belum bisa membantu. Apakah Anda ingin berbicara dengan petugas kami?',
    handingOver: 'Saya akan menghubungkan Anda dengan petugas kami yang dapat membantu.',
    closing: 'Senang bisa membantu. Semoga hari Anda menyenangkan!',
    anythingElse: 'Baik. Ada lagi yang bisa saya bantu?',
    checkIn: 'Apakah ini yang Anda cari?',
    checkInWithOffer: 'Apakah ini yang Anda cari, atau Anda ingin berbicara dengan petugas kami?',
    chooseOption: 'Silakan pilih salah satu:',
    invalidValue: 'Maaf, saya tidak memahaminya. Bisakah Anda mencoba lagi?',
  },
  ratings: { terrible: 'Sangat buruk', bad: 'Buruk', ok: 'Cukup', good: 'Baik', amazing: 'Luar biasa' },
}
