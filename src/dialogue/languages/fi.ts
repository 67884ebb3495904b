import type { LanguageWords } from '../language-words.ts'

export const fi: LanguageWords = {
  fillers:
    'kiitos|kiitos paljon|kiitos etukäteen|ole hyvä|olkaa hyvä|ole kiltti|olisitko ystävällinen|hei|moi|moikka|terve|heippa|huomenta|päivää|hyvää huomenta|hyvää päivää|hyvää iltaa|ok|okei|no|niin|nyt|mutta|ja|vain|vaan|mieluummin|heti|suoraan|anteeksi|pahoittelut|oikeasti|siis|sitten|vielä|valitettavasti|ihan|hienoa|no niin',
  patterns: {
    human: [
      '[kyllä|joo|ei] [voinko|voisinko|voiko|saanko|saisinko|saako|pääsenkö|haluan|haluaisin|tahdon|haluun|minun täytyy|mun pitää|pitää|onko mahdollista|miten voin|miten pääsen|miten saan] [minä|mä|vain|mieluummin|nyt] (puhua|puhumaan|jutella|juttelemaan|keskustella|keskustelemaan|chatata|chattailla|jutella suoraan) [jonkun|oikean|elävän|aidon|teidän|ihan oikean] (ihmisen|henkilön|asiakaspalvelijan|asiakaspalvelun|asiakasneuvojan|työntekijän|edustajan|agentin|tukihenkilön|tuen|asiantuntijan|jonkun|jonkun ihmisen) kanssa',
      '[kyllä|joo|ei] [haluan|haluaisin|voinko|voisinko|saanko] (puhua|puhumaan|jutella) [jollekin|oikealle|elävälle] (ihmiselle|henkilölle|asiakaspalvelijalle|asiakasneuvojalle|asiakaspalveluun|jollekulle)',
      '[kyllä|joo|ei] [haluan|haluaisin|voinko] [oikean|elävän] (ihmisen|henkilön|asiakaspalvelijan|asiakasneuvojan|jonkun) kanssa [puhua|jutella|keskustella|juttelemaan|puhumaan]',
      '[kyllä|joo|ei] [voitko|voisitko|voitteko|voisitteko|voiko] (yhdistää|yhdistä|yhdistäkää|yhdistäisitkö|siirtää|siirrä|ohjata|ohjaa) [minut|mut] [oikealle|elävälle|jollekin] (ihmiselle|henkilölle|asiakaspalvelijalle|asiakaspalveluun|asiakasneuvojalle|asiakastukeen|tukeen|jollekulle)',
      '[kyllä|joo|ei] (haluan|haluaisin|tarvitsen|antakaa|anna) [oikean|elävän] (ihmisen|asiakaspalvelijan|asiakasneuvojan) [apua|puhelimeen|langan päähän]',
      '[oikea|elävä] (ihminen|asiakaspalvelija|asiakasneuvoja|live chat|ihmisen kanssa|asiakaspalvelu)',
      '(onko|eikö) (siellä|täällä) [ole] (ketään|joku|jotakuta|ihmistä) (jonka kanssa voin puhua|jonka kanssa voisin puhua|jonka kanssa jutella|kenen kanssa jutella)',
      '[mä|minä] (en halua|en jaksa|en tahdo) (puhua|jutella|keskustella|chatata) [tämän] (robotin|botin|chatbotin|koneen|tekoälyn|tietokoneen) kanssa',
    ],
    unhelpful: [
      '[ei] (tästä|siitä|vastauksesta|tuosta) ei ollut [mitään|paljon] (apua|hyötyä)',
      '[ei] (tämä|se|vastaus|tuo) ei (auta|auttanut|auta minua|auttanut minua|vastaa kysymykseeni|vastannut kysymykseeni|vastaa mun kysymykseen|ole oikein|ole oikea vastaus|pidä paikkaansa|ratkaise ongelmaani) [yhtään|lainkaan|ollenkaan|kovin paljon]',
      '[ei] (en|mä en|minä en) (tarkoittanut|kysynyt|etsinyt|hakenut) (tätä|sitä|tuota)',
      '[ei] (tämä|se|tuo) ei ole (se mitä etsin|sitä mitä etsin|se mitä tarkoitin|sitä mitä tarkoitin|se mitä kysyin|sitä mitä kysyin|mitä etsin|mitä hain)',
      '[ei] [se|tämä] ei (toimi vieläkään|vieläkään toimi|auta vieläkään|toimi edelleenkään|edelleenkään toimi|toiminut)',
      '[ei] (et ymmärrä|et ymmärtänyt|ette ymmärrä|et vastannut|ette vastanneet) [minua|kysymystäni|kysymykseeni]',
      '(kokeilin|yritin|tein|olen kokeillut|olen tehnyt|olen yrittänyt) (jo|tätä jo|sitä jo|jo tätä|jo sitä|sen jo)',
      '(ei auta|ei auttanut|ei ollut apua|ei apua|hyödytön|väärin|väärä vastaus|se on väärin|tämä on väärin)',
    ],
    thanks: [
      '[suuri|suuret|paljon|tuhannet|isot] (kiitos|kiitos paljon|kiitoksia|kiitoksia paljon|kiitti|kiitos kovasti|kiitos tuhannesti|kiitän|kiitos sinulle|kiitos teille) [avusta|avustasi|avustanne|vastauksesta|nopeasta vastauksesta|paljon avusta|tiedosta]',
      '[nyt|se] (se toimii|toimii|toimii nyt|toimi|auttoi|auttoi paljon|onnistui|tämä auttoi|se auttoi|siitä oli apua|tästä oli apua|alkoi toimia|ratkesi|ongelma ratkesi) [nyt|hyvin|taas]',
      '(loistavaa|mahtavaa|täydellistä|erinomaista|upeaa|hienoa|selvä|selvä juttu|selvä homma|ymmärrän|ymmärsin|asia selvä|ratkaistu|asia kunnossa|kaikki hyvin|juuri tätä etsin|juuri sitä etsin)',
      '(siinä kaikki|se oli siinä|siinä oli kaikki|ei muuta|tässä kaikki|ei muuta kiitos)',
      '(näkemiin|hei hei|moi moi|moikka moikka|hyvää päivänjatkoa|mukavaa päivänjatkoa|hyvää päivän jatkoa|hyvää illanjatkoa|hyvää viikonloppua|mukavaa päivää)',
    ],
    no: [
      '(ei|eii|ei ei|en|ei kiitos|ei vielä|ei oikeastaan|ei oikein|ei oikein vielä|en usko|en usko niin|ei nyt|ei juuri nyt|ei tarvitse|ei tarvii|ei ole tarpeen|ei ollenkaan|ei todellakaan|ei valitettavasti|ei ihan)',
    ],
    yes: [
      '(kyllä|kyllä kyllä|joo|joo o|juu|juu u|jep|jepjep|yes|kyllä kiitos|joo kiitos|mielellään|kyllä mielellään|totta kai|tottakai|toki|tietenkin|tietysti|ilman muuta|ehdottomasti|aivan|juuri niin|niin on|pitää paikkansa|sopii|ok|okei|hyvä on|haluan|kyllä haluan|kyllä haluaisin|haluaisin|kyllä oli|oli|joo oli|se sopii|sopii hyvin)',
    ],
    greeting: [
      '(hei|heippa|heissan|hei vaan|moi|moikka|moro|morjens|terve|tervehdys|huomenta|päivää|iltaa|hyvää huomenta|hyvää päivää|hyvää iltaa|hello|moi kaikki|hei kaikki)',
      '(mitä kuuluu|miten menee|kuinka voit|onko siellä ketään|onko täällä ketään|onko ketään paikalla|oletko siellä|onko siellä joku)',
    ],
    vague: [
      '[minulla|mulla|meillä] on [vain|yksi|pieni|nopea|toinen|muutama] [pieni|nopea] (kysymys|kysymyksiä|kysyttävää|ongelma|ongelmia|asiaa)',
      '[voitko|voisitko|voitteko|voisitteko|osaatko|voisiko joku|voiko joku] (auttaa|auta|auttaa vähän) [minua|mua|meitä|vähän]',
      '[minä|mä] (tarvitsen|tarviin|tarvitsisin|tarviisin|kaipaan|haluan) [vähän|hieman|teidän] apua',
      '(voinko|saanko|voisinko|saisinko) (kysyä|kysyä jotain|kysyä yhtä asiaa|esittää kysymyksen)',
      '[se|tämä|tuo|mikään|jokin] ei (toimi|toimi oikein|onnistu)',
      '(apua|auta|auttakaa|auta minua|kysymys|ongelma|jokin on vialla|jotain on vialla|olen jumissa|en ymmärrä|en osaa)',
    ],
  },
  own: {
    mine: 'minun|mun|oma|oman|omat|meidän|meiän',
    endings: 'ni|mme',
    asks: 'missä|milloin|koska|mikä|mitä|mitkä|tila|tilanne|saapuu|saapuvat|saapunut|saapuminen|tulee|toimitus|toimitetaan|toimitettu|lähetetty|lähetys|seuranta|matkalla|valmis|arvioitu|kuinka paljon|paljonko|kuinka kauan|kauanko|kerro|kerrotko|voitko kertoa|haluan tietää|haluaisin tietää|tiedätkö|onko|ovatko|on',
    around:
      'ovat|oli|ollut|se|ne|sen|niiden|tämä|nämä|ja|tai|jo|nyt|tällä hetkellä|viimeisin|viimeisimmän|uusin|viime|nykyinen|perille',
  },
  phrases: {
    greeting: 'Hei! Kuinka voin auttaa?',
    clarifyingQuestion: 'Voisitteko kertoa hieman tarkemmin, mitä haluaisitte tietää?',
    clarifyingChoice: 'Voisitteko kertoa hieman tarkemmin? Onko kyse jostakin näistä: {topics}?',
    noAnswerWithOffer: 'En löytänyt vastausta kysymykseenne. Haluatteko keskustella asiakaspalvelijan kanssa?',
    noAnswer: 'En löytänyt vastausta kysymykseenne.',
    askForDetail: 'Pahoittelut. Mitä tarkalleen ottaen haluaisitte tehdä?',
    offerHuman: 'Pahoittelut, etten osannut auttaa. Haluatteko keskustella asiakaspalvelijan kanssa?',
    handingOver: 'Siirrän keskustelun asiakaspalvelijalle, joka voi auttaa teitä.',
    closing: 'Hienoa, että pystyin auttamaan. Mukavaa päivänjatkoa!',
    anythingElse: 'Selvä. Voinko auttaa vielä jossakin muussa?',
    checkIn: 'Oliko tämä etsimänne tieto?',
    checkInWithOffer: 'Oliko tämä etsimänne tieto, vai haluatteko keskustella asiakaspalvelijan kanssa?',
    chooseOption: 'Valitkaa jokin vaihtoehdoista:',
    invalidValue: 'En ymmärtänyt vastaustanne. Voisitteko yrittää uudelleen?',
  },
  ratings: { terrible: 'Surkea', bad: 'Huono', ok: 'Kohtalainen', good: 'Hyvä', amazing: 'Erinomainen' },
}
