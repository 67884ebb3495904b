import type { LanguageWords } from '../language-words.ts'

export const et: LanguageWords = {
  fillers:
    'palun|palun väga|tere|tere päevast|tere hommikust|tere õhtust|tervist|aitäh|tänan|suur aitäh|ette tänades|ok|okei|olgu|hästi|nii|siis|aga|ja|ning|nüüd|kohe|lihtsalt|ainult|parem|pigem|otse|vabandust|vabandage|tegelikult|päriselt|küll|noh|super|kahjuks|ikkagi',
  patterns: {
    human: [
      '[jah|ei] [kas|kuidas] [ma|mul|mina] [saan|saaksin|võin|võiksin|tahan|tahaksin|soovin|sooviksin|pean|eelistan|eelistaksin|on võimalik|oleks võimalik] [ma|palun|pigem|parem] (rääkida|vestelda|suhelda|kõneleda) [mõne|päris|elava|reaalse|teie] (inimesega|päris inimesega|isikuga|klienditeenindajaga|teenindajaga|operaatoriga|konsultandiga|agendiga|klienditoega|klienditeenindusega|kellegagi|spetsialistiga|nõustajaga)',
      '[jah|ei] [ma|mina] [tahan|tahaksin|soovin|sooviksin|saan|saaksin] [mõne|päris|elava] (inimesega|klienditeenindajaga|teenindajaga|operaatoriga|konsultandiga|klienditoega|kellegagi) (rääkida|vestelda|suhelda|ühendust|ühendust saada)',
      '[jah|ei] [kas te|kas saate|kas saaksite|kas võiksite|palun] (ühendage|ühenda|ühendada|ühendaksite|suunake|suuna|suunata) [palun] (mind|mu) [palun] [mõne|päris] (inimesega|klienditeenindajaga|teenindajaga|operaatoriga|konsultandiga|klienditoega|klienditeenindusega|kellegagi|inimese juurde|klienditeenindaja juurde|klienditoe juurde|teenindaja juurde|operaatori juurde|inimesele|klienditeenindajale|teenindajale|edasi klienditeenindajale) [ühendada|suunata]',
      '[jah|ei] [ma] (tahan|soovin|sooviksin|vajan|andke mulle|mul on vaja) [päris|elavat] (inimest|klienditeenindajat|teenindajat|operaatorit)',
      '[päris|elav] (inimene|klienditeenindaja|teenindaja|klienditugi|klienditeenindus)',
      '(kas|kas siin|kas seal) on (keegi|inimene|kedagi|mõni inimene) [päris] (kellega|kellega ma) (rääkida|saan rääkida|saaksin rääkida|vestelda|saaks rääkida)',
      '[ma|mina] (ei taha|ei soovi) (robotiga|botiga|juturobotiga|vestlusrobotiga|masinaga|arvutiga|tehisintellektiga) (rääkida|vestelda|suhelda)',
      '[ma|mina] (ei taha|ei soovi) (rääkida|vestelda|suhelda) (robotiga|botiga|juturobotiga|vestlusrobotiga|masinaga|arvutiga|tehisintellektiga)',
    ],
    unhelpful: [
      '[ei] (see|vastus|see vastus) (ei aita|ei aidanud|ei aidanud mind|ei aita mind|ei vasta minu küsimusele|ei vasta mu küsimusele|ei vastanud minu küsimusele|pole õige|ei ole õige|on vale|polnud abiks|ei olnud abiks|ei lahenda minu probleemi) [üldse|eriti|kuidagi|kahjuks]',
      '[ei] [see|seda] [ma] (ei mõelnud seda|ei küsinud seda|ei otsinud seda|seda ei küsinud|seda ei mõelnud|ei mõelnud|ei küsinud)',
      '[ei] (see pole|see ei ole|see polnud|see ei olnud) [see] (mida ma otsin|mida ma otsisin|mida otsin|mida ma küsisin|mida ma mõtlesin|mida ma vajan|minu küsimus|mida ma teada tahtsin)',
      '[ei] [see] (ikka ei tööta|ikka veel ei tööta|endiselt ei tööta|ei tööta ikka|ei tööta ikka veel|ei tööta endiselt|ikka ei toimi|ei toimi ikka|ei aita ikka)',
      '[ei] [sa|te] (ei saa aru|ei saanud aru|ei mõista|ei vastanud) [mu|minu] [küsimusest|küsimusele|minust|mind]',
      '[ma|seda] [olen] [ma] (juba proovisin|juba proovinud|juba tegin|juba teinud|proovisin juba) [seda]',
      '(kasutu|vale|vale vastus|vastus on vale|ei aita|ei aidanud|pole abiks|polnud abi|sellest ei olnud abi|sellest polnud abi)',
    ],
    thanks: [
      '[suur|suured|palju|väga] (aitäh|aitähh|aitäh teile|aitäh sulle|aitüma|tänan|tänan teid|tänan väga|tänud|tänu|suured tänud|tänan sind) [väga|teid] [abi eest|vastuse eest|kiire vastuse eest|info eest|kiire abi eest]',
      '[nüüd|see|kõik] (töötab|töötas|toimib|toimis|aitas|aitas mind|sain abi|sain korda|läks tööle|sai lahendatud|oli abiks) [nüüd|hästi|jälle|väga]',
      '(suurepärane|väga hea|ideaalne|täiuslik|vahva|vinge|lahendatud|probleem lahendatud|sain aru|selge|kõik selge|kõik korras|kõik on selge|just seda otsisin|just seda ma otsisin)',
      '(see oli kõik|see on kõik|rohkem ei midagi|muud ei midagi|ongi kõik)',
      '(head aega|nägemist|nägemiseni|head päeva|ilusat päeva|ilusat päeva jätku|kena päeva|head õhtut|ilusat õhtut|head nädalavahetust)',
    ],
    no: [
      '(ei|ei ei|eii|ei aitäh|ei tänan|veel mitte|mitte veel|ei veel mitte|mitte eriti|ei mitte eriti|ei ole vaja|pole vaja|ei soovi|ei usu|ma ei usu|ei arva|hetkel mitte|praegu mitte|mitte praegu|üldse mitte|kindlasti mitte|kahjuks mitte)',
    ],
    yes: [
      '(jah|jaa|jah jah|jep|jajah|jah palun|jah aitäh|muidugi|jah muidugi|loomulikult|kindlasti|absoluutselt|täpselt|just nii|õige|nõus|olen nõus|sobib|ok|okei|olgu|hea küll|hästi|meeleldi|jah meeleldi|hea meelega|soovin|soovin küll|sooviksin|sooviksin küll|jah soovin|jah sooviksin|jah sooviksin küll|tahan küll|oleks tore|see oleks tore|jah oli|oli küll)',
    ],
    greeting: [
      '(tere|tere tere|teree|tsau|tšau|tervist|tervitus|tervitused|hei|hommikust|tere hommikust|tere päevast|tere õhtust|tere õhtupoolikust|hello|tere kõigile)',
      '(kuidas läheb|kuidas käsi käib|kas keegi on seal|kas keegi on siin|on seal keegi|on siin keegi|kas siin on keegi|kas seal on keegi|kas olete seal|oled seal)',
    ],
    vague: [
      '[mul|meil] on [üks|väike|ainult üks|veel üks|paar] [väike|kiire] (küsimus|küsimust|probleem|mure)',
      '(kas|palun) [te|sa] (saate|saad|saaksite|saaksid|võiksite|võiksid|oskate) [te|sa] [mind|meid] (aidata)',
      '[ma|mina] (vajan|vajaksin|soovin|sooviksin|palun) [teie|natuke|veidi|sinu] (abi)',
      '[mul] (on|oleks) [teie|natuke] abi vaja',
      '(kas|ma) [ma] (võin|tohin|saan|saaksin|tahaksin|tahan) [teilt|sinult] [midagi] küsida [midagi]',
      '[see|miski|midagi] ei (tööta|toimi)',
      '(abi|appi|aidake|aita|aita mind|aidake mind|küsimus|probleem|mul on probleem|midagi on valesti|ma olen hädas|olen jänni jäänud|ma ei saa aru)',
    ],
  },
  own: {
    mine: 'minu|mu|meie|oma',
    asks: 'kus|millal|mis|milline|millised|seis|olek|staatus|saabub|saabuvad|saabunud|saabumine|jõuab|jõuavad|kohale|tarne|tarnitakse|tarnitud|saadetud|saadetis|jälgimine|teel|valmis|eeldatav|kui palju|kui kaua|ütle|öelge|kas te oskate öelda|kas sa oskad öelda|tahan teada|sooviksin teada|kas|on',
    around: 'oli|olnud|see|need|selle|nende|ja|või|juba|praegu|hetkel|viimane|viimase|uusim|praegune|tuleb',
  },
  phrases: {
    greeting: 'Tere! Kuidas saan teid aidata?',
    clarifyingQuestion: 'Kas saaksite veidi täpsustada, mida soovite teada?',
    clarifyingChoice: 'Kas saaksite veidi täpsustada? Kas küsimus puudutab mõnda neist teemadest: {topics}?',
    noAnswerWithOffer: 'Ma ei leidnud teie küsimusele vastust. Kas soovite rääkida klienditeenindajaga?',
    noAnswer: 'Ma ei leidnud teie küsimusele vastust.',
    askForDetail: 'Vabandust. Mida täpselt soovite teha?',
    offerHuman: 'Kahju, et ma ei saanud teid aidata. Kas soovite rääkida klienditeenindajaga?',
    handingOver: 'Suunan teid edasi klienditeenindajale, kes saab teid aidata.',
    closing: 'Tore, et sain aidata. Ilusat päeva!',
    anythingElse: 'Hästi. Kas saan teid veel millegagi aidata?',
    checkIn: 'Kas see on see, mida otsisite?',
    checkInWithOffer: 'Kas see on see, mida otsisite, või soovite rääkida klienditeenindajaga?',
    chooseOption: 'Palun valige üks variant:',
    invalidValue: 'Ma ei saanud vastusest aru. Kas saaksite uuesti proovida?',
  },
  ratings: { terrible: 'Väga halb', bad: 'Halb', ok: 'Rahuldav', good: 'Hea', amazing: 'Suurepärane' },
}
