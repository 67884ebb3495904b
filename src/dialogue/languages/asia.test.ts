import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../languages.ts'
import { readIntent } from '../read-intent.ts'

/** What people write, by language and meaning, with ` / ` between messages. */
const MESSAGES = `
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
`

interface Expected {
  readonly message: string
  readonly intent: string
}

function messagesByLanguage(): [string, Expected[]][] {
  return MESSAGES.trim()
    .split('\n\n')
    .map((block) => {
      const [code = '', ...lines] = block.split('\n')
      const expected = lines.flatMap((line) => {
        const [intent = '', messages = ''] = line.split(/: (.*)/s)
        return messages.split(' / ').map((message) => ({ message, intent }))
      })
      return [code, expected]
    })
}

describe.each(messagesByLanguage())('in %s', (code, expected) => {
  test('messages are understood and product questions stay questions', () => {
    expect(expected.map(({ message }) => ({ message, intent: readIntent(message, code) }))).toEqual(expected)
  })

  test('only topics are left to be filled in', () => {
    const words = LANGUAGES[code]
    if (words === undefined) throw new Error(`${code} is not spoken`)
    const { clarifyingChoice, ...others } = words.phrases
    expect(clarifyingChoice.split('{topics}')).toHaveLength(2)
    expect([clarifyingChoice.replace('{topics}', ''), ...Object.values(others)].join(' ')).not.toContain('{')
  })
})
