import type { LanguageWords } from '../language-words.ts'

/** Tone marks do not count, but `đ` is a letter of its own: those who type without marks write `d`. */
export const vi: LanguageWords = {
  fillers:
    'làm ơn|xin|vui lòng|xin vui lòng|ạ|a|nhé|nha|nhá|với|với ạ|đi|đi ạ|ơi|bạn ơi|em ơi|ad ơi|shop ơi|ad|admin|shop|bạn|anh|chị|chào|xin chào|chào bạn|chào anh|chào chị|chào shop|chào ad|hello|hi|dạ|vâng|ok|oke|okay|thôi|vậy|thì|à|ờ|ừ|rồi|xin lỗi|cảm ơn|cám ơn|cảm ơn bạn|cám ơn bạn|ngay|ngay bây giờ|bây giờ|luôn|nhanh|gấp|trực tiếp|nhưng|mà|thế|hic|huhu|hihi|giùm|giúp|đấy|đó|dc k|được không|được ko|đc ko|đc không|duoc khong|dc ko|có được không',
  patterns: {
    human: [
      '[có|vâng|không tôi|không mình|không em] [liệu] [tôi|mình|em|tui|tớ|anh|chị|t|mk] [chỉ] [muốn|cần|có thể|được|xin được|xin|mong muốn|phải|thích|làm sao để|làm thế nào để|có thể nào] (nói chuyện|trò chuyện|nói|chat|nhắn tin|trao đổi|liên hệ|liên lạc|gọi điện|gọi|gặp|tư vấn trực tiếp|kết nối) [trực tiếp] [với|cho|tới|đến|vs] [một|1|các|bạn|anh chị] (nhân viên|nhân viên hỗ trợ|nhân viên tư vấn|nhân viên chăm sóc khách hàng|nhân viên cskh|nhân viên thật|nv|nvtv|người|người thật|người hỗ trợ|người tư vấn|con người|tư vấn viên|tổng đài viên|tổng đài|điện thoại viên|chuyên viên|chuyên viên tư vấn|chuyên viên hỗ trợ|bộ phận hỗ trợ|bộ phận chăm sóc khách hàng|bộ phận kỹ thuật|bộ phận cskh|chăm sóc khách hàng|cskh|đội ngũ hỗ trợ|đội hỗ trợ|quản lý|người quản lý|người phụ trách|ai đó|admin|hỗ trợ viên|người đại diện) [thật|thực sự|trực tiếp|nào đó|của bạn|bên bạn|bên shop]',
      '[có|vâng] [bạn|anh|chị|em|shop|ad|hãy] [có thể|có thể nào] [giúp|làm ơn] (kết nối|nối máy|chuyển máy|chuyển tiếp|chuyển tôi|chuyển mình|chuyển em|chuyển cho|chuyển sang|chuyển qua|chuyển đến|chuyển tới|chuyển cuộc trò chuyện|chuyển cuộc gọi|kết nối giúp) [cho] [tôi|mình|em|tui|tớ|mk] [gặp|nói chuyện|sang|qua|tới|đến|được gặp] [với|cho|tới|đến|sang] [một|1] (nhân viên|nhân viên hỗ trợ|nhân viên tư vấn|nhân viên chăm sóc khách hàng|nhân viên cskh|nhân viên thật|nv|người thật|người hỗ trợ|con người|tư vấn viên|tổng đài viên|tổng đài|chuyên viên|chuyên viên tư vấn|bộ phận hỗ trợ|bộ phận chăm sóc khách hàng|bộ phận kỹ thuật|cskh|chăm sóc khách hàng|quản lý|người quản lý|ai đó|admin|hỗ trợ viên)',
      '[có|vâng] [bạn|anh|chị|em|shop|ad|hãy] [có thể|có thể nào] (cho|giúp|để|giúp cho) [tôi|mình|em|tui|tớ|mk] [xin|được|muốn] (gặp|nói chuyện|chat|trao đổi|trò chuyện|liên hệ|kết nối) [với|cho|tới] [một|1] (nhân viên|nhân viên hỗ trợ|nhân viên tư vấn|nhân viên chăm sóc khách hàng|nhân viên cskh|nhân viên thật|nv|người thật|người hỗ trợ|con người|tư vấn viên|tổng đài viên|tổng đài|chuyên viên|chuyên viên tư vấn|bộ phận hỗ trợ|bộ phận chăm sóc khách hàng|bộ phận kỹ thuật|cskh|chăm sóc khách hàng|quản lý|người quản lý|ai đó|admin|hỗ trợ viên)',
      '[tôi|mình|em|tui] (cần|muốn) [một|1|có] (người thật|nhân viên thật|nhân viên hỗ trợ|nhân viên tư vấn|tư vấn viên|con người|người hỗ trợ|người thật hỗ trợ|nhân viên|người thật trả lời)',
      '(gặp nhân viên|gặp tư vấn viên|gặp người thật|nhân viên tư vấn|tư vấn viên|tổng đài viên|người thật|nhân viên hỗ trợ|nhân viên thật|chat với nhân viên|nói chuyện với nhân viên|nhân viên chăm sóc khách hàng|cskh)',
      '[ở đây] (có ai|có người|có nhân viên|có người thật|có ai đó|có nhân viên nào|có người nào) [ở đây|thật] [để|mà|cho] [tôi|mình|em] [có thể] (nói chuyện|nói chuyện cùng|nói chuyện được|trả lời tôi|hỗ trợ tôi|giúp tôi|tư vấn|trả lời|hỗ trợ|liên hệ) (không|ko|k|hông|không vậy)',
      '[tôi|mình|em|tui|tớ] (không muốn|ko muốn|k muốn|không thích|đừng bắt tôi) (nói chuyện|nói|chat|trò chuyện|trao đổi|nhắn tin) với (robot|rô bốt|bot|chatbot|máy|ai|máy móc|trí tuệ nhân tạo|trợ lý ảo)',
    ],
    unhelpful: [
      '[không] [cái này|điều này|câu này|câu trả lời này|câu trả lời|điều đó|cái đó|thông tin này|nó|vậy] (không|chưa|chẳng|ko|chả) [hề] (giúp được gì|giúp ích|giúp ích gì|giúp được|giúp được tôi|giúp gì được|giúp ích được gì|hữu ích|có ích|đúng|phù hợp|liên quan|giải quyết được|giải quyết được vấn đề|giải quyết vấn đề của tôi|trả lời câu hỏi của tôi|đúng ý tôi|đúng ý mình|đúng câu hỏi) [cho tôi|cho mình|gì]',
      '[không] [đó|đây|cái này|cái đó|ý tôi|này] (không phải|ko phải|chẳng phải|không phải là) [điều|cái|câu trả lời|thứ] (ý tôi|ý mình|ý em|tôi hỏi|mình hỏi|em hỏi|tôi cần|mình cần|tôi muốn hỏi|mình muốn hỏi|tôi muốn|tôi đang tìm|mình đang tìm|tôi tìm|tôi muốn biết|vậy|thế|như vậy|như thế|câu hỏi của tôi)',
      '[không] [nó|tôi|mình|cái này] (vẫn|vẫn còn|vẫn cứ|vẫn chưa) [không|chưa|ko|k|chẳng] (được|đc|hoạt động|được gì|làm được|giải quyết được|giải quyết|xong|hiểu|lỗi|bị lỗi|bị|như cũ|dùng được|chạy|vào được)',
      '[không] [bạn|bot|anh|chị|em|shop|câu trả lời] (không|chưa|ko|chẳng) (trả lời|hiểu|trả lời được|hiểu được|trả lời đúng) [đúng] [câu hỏi|ý|vào câu hỏi|câu hỏi của|ý của] [tôi|mình|em|của tôi|của mình]',
      '(sai|sai rồi|trả lời sai|câu trả lời sai|không đúng|không đúng ý|không giúp được gì|không hữu ích|không giúp ích|vô dụng|vô ích|chưa giải quyết được|chưa được|không liên quan|vấn đề chưa được giải quyết)',
      '[tôi|mình|em] (đã|đã từng) (thử|làm|thử làm) [cách này|cách đó|vậy|như vậy|thế|như thế|điều đó|cái này] [rồi]',
    ],
    thanks: [
      '[xin|rất|chân thành|thành thật] (cảm ơn|cám ơn|thanks|thank you|thank|tks|thks|thanks you|cảm ơn rất nhiều|cám ơn rất nhiều|biết ơn|đội ơn|cảm ơn nhiều|cám ơn nhiều|cảm ơn bạn nhiều|cám ơn bạn nhiều) [bạn|anh|chị|em|shop|ad|các bạn|anh chị|bạn rất|mọi người] [rất nhiều|nhiều|nhiều lắm|lắm] [vì|về|đã] [đã|sự] [giúp đỡ|giúp|hỗ trợ|tư vấn|trả lời|hỗ trợ nhiệt tình|phản hồi|hướng dẫn|giải đáp|câu trả lời] [tôi|mình|em|của bạn]',
      '[vấn đề|nó|tôi|mình|em|cái này] [của tôi|của mình] [đã|giờ|bây giờ|giờ đã] [được|đã] (giải quyết|giải quyết xong|giải quyết rồi|xong rồi|được rồi|đc rồi|dc roi|duoc roi|hoạt động rồi|hoạt động lại rồi|làm được rồi|hiểu rồi|hiểu|rõ rồi|ổn rồi|giúp ích|giúp tôi rất nhiều|giúp ích rất nhiều|giúp được tôi) [rồi]',
      '(tuyệt|tuyệt vời|tuyệt quá|hay quá|tốt quá|tốt lắm|rất tốt|hoàn hảo|hoàn hảo rồi|xuất sắc|thế thôi|vậy thôi|thế là đủ|vậy là đủ|chỉ vậy thôi|chỉ thế thôi|đúng cái tôi cần|đúng thứ tôi cần|rất hữu ích|hữu ích lắm|hữu ích quá)',
      '(tạm biệt|bye|bai|chúc một ngày tốt lành|chúc bạn một ngày tốt lành|chúc bạn một ngày vui vẻ|hẹn gặp lại|chúc ngày tốt lành)',
    ],
    no: [
      '(không|ko|khong|hông|hong|hổng|không không|dạ không|không ạ|không cần|không cần đâu|không cần nữa|ko cần|k cần|không phải|không phải vậy|không hẳn|không đâu|không có|không có gì|không còn gì|không còn gì nữa|chưa|chưa ạ|chưa đâu|chưa cần|tạm thời không|không muốn|để sau|thôi khỏi|khỏi|thôi không cần|không được|không sao|không sao đâu|hiện tại không)',
    ],
    yes: [
      '(có|có ạ|có chứ|dạ có|dạ|dạ vâng|dạ đúng|dạ đúng rồi|vâng|vâng ạ|vâng đúng|ừ|ừm|uh|uhm|ờ|ừa|ok|oke|oki|okie|okay|đúng|đúng vậy|đúng rồi|đúng thế|phải|phải rồi|chính xác|tất nhiên|tất nhiên rồi|dĩ nhiên|chắc chắn|chắc chắn rồi|được|được chứ|được ạ|đồng ý|có muốn|tôi muốn|có tôi muốn|vâng tôi muốn|tôi đồng ý|nhờ bạn|tốt|đúng r|dung roi|dung vay)',
    ],
    greeting: [
      '[xin] (chào|chào bạn|chào anh|chào chị|chào em|chào shop|chào ad|chào admin|chào các bạn|chào mọi người|chào buổi sáng|chào buổi trưa|chào buổi chiều|chào buổi tối|kính chào|chào quý công ty)',
      '(xin chào|xin chào bạn|hello|hi|hey|helo|hê lô|alo|a lô|alô|halo|có ai không|có ai ở đó không|có ai ở đây không|bạn khỏe không|bạn có khỏe không|bạn có đó không|ad ơi|shop ơi|bạn ơi)',
    ],
    vague: [
      '[tôi|mình|em|tui|tớ] [đang] (có|gặp|đang gặp|bị|gặp phải) [một|1|vài|mấy|chút|một số|một vài|ít] (câu hỏi|thắc mắc|vấn đề|rắc rối|sự cố|khó khăn|lỗi|câu hỏi nhỏ|trục trặc|việc cần hỏi|việc muốn hỏi|câu hỏi khác|vấn đề khác|điều muốn hỏi) [nhỏ|cần hỏi|muốn hỏi|cần giải đáp|cần hỗ trợ]',
      '[bạn|anh|chị|em|shop|ad|ai đó|xin hãy|hãy] [có thể|có] (giúp|giúp đỡ|hỗ trợ|tư vấn|giúp giùm|cứu) [tôi|mình|em|tui|cho tôi|cho mình] [với|được|một chút|chút|một việc] [không|ko|k|hông]',
      '[tôi|mình|em|tui] (cần|muốn|đang cần|cần được|mong) [sự|được|bạn] (giúp đỡ|giúp|hỗ trợ|trợ giúp|tư vấn|giúp một tay)',
      '[cho|cho phép] [tôi|mình|em|tui] [muốn|xin|xin phép|cần] (hỏi|hỏi chút|hỏi một chút|hỏi tí|hỏi xíu|hỏi một câu|hỏi một việc|hỏi một số câu|hỏi cái này|hỏi tý|hỏi một vấn đề|hỏi bạn|hỏi thăm) [chút|một chút|được không]',
      '[nó|cái này|cái đó|sao|tại sao] (không hoạt động|không chạy|không dùng được|không sử dụng được|bị lỗi|bị hỏng|không vào được|không mở được|không làm được|ko hoạt động|ko được|ko dùng được|lỗi rồi|bị lỗi rồi|không thấy gì)',
      '(câu hỏi|thắc mắc|vấn đề|giúp đỡ|hỗ trợ|cứu|cứu tôi|cứu với|tôi không hiểu|không hiểu|mình không hiểu|tôi bị rối|tôi không biết|tôi không biết làm gì|tôi không biết phải làm sao)',
    ],
  },
  own: {
    mine: 'của tôi|của mình|của em|của anh|của chị|của tớ|của chúng tôi|của chúng ta|của t',
    asks: 'ở đâu|đâu|đâu rồi|khi nào|bao giờ|lúc nào|chừng nào|gì|là gì|nào|trạng thái|tình trạng|tình hình|đến|tới|đến nơi|đến chưa|tới chưa|đến đâu rồi|tới đâu rồi|tới đâu|đến đâu|về|về đến|giao|giao hàng|được giao|giao chưa|đã giao|gửi|đã gửi|được gửi|sẵn sàng|dự kiến|bao nhiêu|bao lâu|mất bao lâu|cho tôi biết|cho mình biết|bạn có thể cho tôi biết|tôi muốn biết|cho hỏi|cho tôi hỏi|cho mình hỏi|có|chưa',
    around:
      'là|đang|đã|sẽ|được|ở|và|hoặc|nó|này|kia|các|những|cái|thế nào|như thế nào|sao rồi|hiện tại|hiện nay|bây giờ|gần nhất|mới nhất|gần đây|cuối cùng|không|về|thì|hiện đang|trong',
  },
  phrases: {
    greeting: 'Xin chào! Tôi có thể giúp gì cho bạn?',
    clarifyingQuestion: 'Bạn có thể nói rõ hơn về điều bạn muốn biết không?',
    clarifyingChoice: 'Bạn có thể nói rõ hơn không? Có phải bạn muốn hỏi về một trong các chủ đề sau: {topics}?',
    noAnswerWithOffer: 'Rất tiếc, tôi không tìm thấy câu trả lời. Bạn có muốn trò chuyện với nhân viên hỗ trợ không?',
    noAnswer: 'Rất tiếc, tôi không tìm thấy câu trả lời.',
    askForDetail: 'Rất xin lỗi vì sự bất tiện này. Cụ thể bạn đang muốn làm gì?',
    offerHuman: 'Rất tiếc vì tôi chưa giúp được bạn. Bạn có muốn trò chuyện với nhân viên hỗ trợ không?',
    handingOver: 'Tôi sẽ chuyển bạn đến nhân viên hỗ trợ.',
    closing: 'Rất vui vì đã giúp được bạn. Chúc bạn một ngày tốt lành!',
    anythingElse: 'Vâng. Tôi có thể giúp gì thêm cho bạn không?',
    checkIn: 'Đây có phải là điều bạn đang tìm không?',
    checkInWithOffer: 'Đây có phải là điều bạn đang tìm không, hay bạn muốn trò chuyện với nhân viên hỗ trợ?',
    chooseOption: 'Vui lòng chọn một trong các mục sau:',
    invalidValue: 'Xin lỗi, tôi chưa hiểu. Bạn vui lòng thử lại nhé?',
  },
  ratings: { terrible: 'Rất tệ', bad: 'Tệ', ok: 'Bình thường', good: 'Tốt', amazing: 'Tuyệt vời' },
}
