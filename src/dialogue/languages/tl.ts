import type { LanguageWords } from '../language-words.ts'

export const tl: LanguageWords = {
  fillers:
    'po|naman|naman po|nga|nga po|ba|po ba|lang|lang po|na|na po|kasi|muna|sana|talaga|agad|ngayon|please|pls|sige|sige po|ok|okay|hello|hi|salamat|salamat po|pasensya na|paumanhin',
  patterns: {
    human: [
      '[pwede|puwede|maaari|maari|gusto ko|gusto kong|nais ko|nais kong|kailangan ko|kailangan kong|paano|paano ko|paano ako] [bang|po bang|akong|ba akong|pong] (makausap|kausapin|makipag usap|makipagusap|makipag chat|makipagchat) [ko] [ang|sa|ng] [isang|inyong|live|totoong|tunay na] (tao|taong totoo|agent|operator|representative|customer service|customer service representative|csr|staff|support|support team)',
      '(pakikonekta|paki konekta|ikonekta|pakiconnect|paki connect|i connect|pakilipat|paki lipat|ilipat|pakitransfer|paki transfer|i transfer|ipasa) [mo|nyo|ninyo|niyo] [ako] (sa|kay) [isang|inyong|live|totoong|tunay na] (tao|agent|operator|representative|customer service|csr|staff|support)',
      'may (tao|agent|staff|operator) [diyan|dyan|jan|dito|ba diyan|ba dyan|ba dito] [na] (pwede|puwede|maaari|pwedeng|puwedeng|maaaring) [ko|kong|bang] (kausapin|makausap)',
      '[gusto ko ng|kailangan ko ng|pahingi ng] (totoong tao|tunay na tao|live agent|human agent|taong makakausap)',
      '(agent|live agent|human agent|operator|customer service)',
      '(ayaw ko|ayoko) [kong|ng] (kausap|kausapin|makausap|makipag usap|makipag chat) [ang|sa|ng] [isang] (bot|robot|chatbot|ai|makina)',
    ],
    unhelpful: [
      '(hindi|di) (yan|yun|iyan|iyon|ito|ganyan|ganun) [ang] (tinatanong ko|itinatanong ko|tanong ko|ibig kong sabihin|ibig ko sabihin|hinahanap ko|kailangan ko|gusto kong malaman|gusto ko malaman|sagot)',
      '(hindi|di) [ito|yan] (nakatulong|nakakatulong|nakatulong sa akin|nasagot ang tanong ko|sinagot ang tanong ko|tama|tamang sagot)',
      '(hindi|di) (mo|nyo|ninyo|niyo) [ako] (naintindihan|naiintindihan|nasagot|sinagot) [ang tanong ko]',
      '[ganun|ganoon|ganon] (ganun|ganoon|ganon|ayaw|hindi|di) (pa rin|parin|pa din|padin) [gumana|gumagana|maayos|ok|nagbago|nagbabago]',
      '(walang|wala itong) (kwenta|silbi|naitulong)',
      '(maling sagot|mali ang sagot|mali yan|mali ito)',
      '(ginawa|sinubukan|nasubukan|nagawa) ko na [yan|iyan|yun|ito]',
    ],
    thanks: [
      '[maraming|madaming|maraming maraming|marami pong] (salamat|slmt|tnx|thanks) [sa tulong|sa tulong mo|sa tulong nyo|sa tulong ninyo|sa sagot|sa iyo|sayo|sa inyo|ng marami]',
      '(ok|okay|ayos|maayos|gumana|gumagana|solve|solved|naayos|naayos ko|nagawa ko|nakuha ko|naintindihan ko|gets ko|nalutas) na',
      '(nakatulong|nakatulong ito|malaking tulong|malaking tulong ito|ayos|ang galing|yun lang|iyon lang)',
      '(paalam|babay|ingat|ingat kayo)',
    ],
    no: [
      '(hindi|hnd|hindi na|hindi pa|hindi naman|hindi talaga|wala|wala na|wala naman|wag na|huwag na|ayaw ko|ayoko|di na kailangan|hindi na kailangan)',
    ],
    yes: [
      '(oo|opo|oho|oo nga|oo naman|sige|cge|tama|syempre|siyempre|gusto ko|pwede|pwede naman|walang problema|ok|okay|yes)',
    ],
    greeting: [
      '(kumusta|kamusta|musta|kumusta ka|kamusta ka|kumusta kayo|kamusta kayo|hello|hi|magandang araw|magandang umaga|magandang tanghali|magandang hapon|magandang gabi|gud am|gud pm|tao po)',
      '(may tao|may sumasagot|may online) [ba] (dyan|diyan|jan|dito)',
    ],
    vague: [
      '[may|meron|mayroon] [akong|ako|po akong] [isang|konting|ilang] (tanong|katanungan|itatanong|gustong itanong|problema|concern) [ako]',
      '(pwede|puwede|maaari|maari) [ba|bang|po bang|akong|ba akong] (magtanong|humingi ng tulong|tulungan mo ako|tulungan nyo ako|tulungan ninyo ako)',
      '[kailangan ko ng|kelangan ko ng|pahingi ng|humihingi ako ng] (tulong|patulong|tulungan mo ako|tulungan nyo ako|tulungan ninyo ako)',
      '(hindi|di|ayaw) [ito] (gumana|gumagana)',
      '(may mali|may sira|may problema)',
    ],
  },
  own: {
    mine: 'ko|ang aking|aking|akin|namin|amin|aming|natin|ating|sa akin',
    asks: 'nasaan|asan|nasan|saan|kailan|ano|anong|alin|kamusta na|status|katayuan|darating|dumating|dadating|makakarating|pagdating|delivery|made deliver|madedeliver|na deliver|nadeliver|ihahatid|hatid|naipadala|ipapadala|shipped|track|tracking|handa|magkano|gaano katagal|sabihin mo|pwede mo bang sabihin|gusto kong malaman|ipakita|ba',
    around:
      'ang|ng|ang mga|mga|na|si|sa|ito|iyon|yun|yung|iyong|siya|at|o|para sa|tungkol sa|pa|ay|nang|kasalukuyan|kasalukuyang|huling|pinakabago|pinakabagong|is|the|po',
  },
  phrases: {
    greeting: 'Kumusta po! Ano po ang maitutulong ko?',
    clarifyingQuestion: 'Maaari po bang linawin ninyo kung ano ang gusto ninyong malaman?',
    clarifyingChoice: 'Maaari po bang linawin ninyo? Tungkol po ba ito sa isa sa mga sumusunod: {topics}?',
    noAnswerWithOffer: 'Wala po akong nahanap na sagot diyan. Gusto po ba ninyong makausap ang isang kasamahan namin?',
    noAnswer: 'Wala po akong nahanap na sagot diyan.',
    askForDetail: 'Pasensya na po. Ano po ba talaga ang gusto ninyong gawin?',
    offerHuman: 'Pasensya na po at hindi ako nakatulong. Gusto po ba ninyong makausap ang isang kasamahan namin?',
    handingOver: 'Ipapasa ko po kayo sa isang kasamahan naming makakatulong sa inyo.',
    closing: 'Masaya po akong nakatulong. Magandang araw po!',
    anythingElse: 'Sige po. May iba pa po ba akong maitutulong?',
    checkIn: 'Ito po ba ang hinahanap ninyo?',
    checkInWithOffer: 'Ito po ba ang hinahanap ninyo, o gusto ninyong makausap ang isang kasamahan namin?',
    chooseOption: 'Pumili po ng isa sa mga ito:',
    invalidValue: 'Hindi ko po iyon naintindihan. Maaari po bang subukan ninyo ulit?',
  },
  ratings: { terrible: 'Napakasama', bad: 'Hindi maganda', ok: 'Ayos lang', good: 'Maganda', amazing: 'Napakaganda' },
}
