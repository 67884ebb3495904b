import type { LanguageWords } from '../language-words.ts'

export const lv: LanguageWords = {
  fillers:
    'lūdzu|lūdzu lūdzu|ludzu|sveiki|sveiks|sveika|čau|labdien|labrīt|labvakar|paldies|liels paldies|jau iepriekš paldies|ok|okei|nu|tad|bet|un|tagad|uzreiz|vienkārši|tikai|labāk|tieši|atvainojiet|atvaino|piedodiet|patiesībā|tiešām|taču|super|diemžēl|jau|arī',
  patterns: {
    human: [
      '[jā|nē] [vai|kā] [es] [varu|varētu|gribu|gribētu|gribētos|vēlos|vēlētos|man vajag|man jā|dodiet|drīkstu|ir iespējams|kā varu|ļaujiet|labāk gribētu] [es|lūdzu|labāk] (runāt|parunāt|aprunāties|sarunāties|sazināties|čatot|sarakstīties|komunicēt|parunāties) ar [īstu|dzīvu|reālu|kādu|jūsu] (cilvēku|kādu|operatoru|darbinieku|speciālistu|konsultantu|aģentu|klientu apkalpošanu|klientu dienestu|klientu atbalstu|atbalsta dienestu|atbalsta komandu|kādu no jums|personu)',
      '[jā|nē] [es] [vai varat|vai jūs varat|vai jūs varētu|vai varētu|vai vari] (savienojiet|savieno|savienot|pārslēdziet|pārslēdz|pārslēgt|novirziet|novirzīt) [lūdzu] (mani) [lūdzu] (ar|pie|uz) [īstu|dzīvu|kādu] (cilvēku|cilvēka|operatoru|operatora|darbinieku|darbinieka|speciālistu|speciālista|konsultantu|konsultanta|klientu apkalpošanu|klientu dienestu|klientu atbalstu|kādu)',
      '[jā|nē] [es] (gribu|vēlos|gribētu|vēlētos|man vajag|dodiet man|man vajadzīgs) [īstu|dzīvu|īsts|dzīvs] (cilvēku|cilvēks|operatoru|operators|konsultantu)',
      '(cilvēks|cilvēku|dzīvs cilvēks|īsts cilvēks|dzīvu cilvēku|īstu cilvēku|operatoru|klientu apkalpošana|klientu dienests|runāt ar operatoru|runāt ar cilvēku)',
      '(vai ir|vai tur ir|ir) (kāds|cilvēks|kāds cilvēks) ar (ko|kuru) (es varu parunāt|es varētu parunāt|varu parunāt|varētu parunāt|var parunāt|runāt|varu runāt|es varu runāt)',
      '[es] (negribu|nevēlos|negribētu) (runāt|sarunāties|sarakstīties|čatot) ar [šo] (robotu|botu|čatbotu|mašīnu|datoru|mākslīgo intelektu)',
    ],
    unhelpful: [
      '[nē] (tas|šī atbilde|atbilde) [man] (nepalīdz|nepalīdzēja|neder|nederēja|nav pareizi|nav pareiza|ir nepareiza|nebija noderīgi|nav noderīgi|neatrisina manu problēmu) [man|nemaz|vispār]',
      '[nē] (tas|jūs|atbilde|šī atbilde) (neatbild uz manu jautājumu|neatbildēja uz manu jautājumu|neatbildējāt uz manu jautājumu|nesapratāt manu jautājumu|nesaprotat|nesapratāt)',
      '[nē] (tas nav|tas nebija) (tas ko es|tas ko|ko|ko es|mans) (meklēju|jautāju|gribēju|gribēju zināt|domāju|prasīju|man vajag|jautājums|gribēju teikt)',
      '[nē] [tas] (joprojām nestrādā|vēl joprojām nestrādā|tāpat nestrādā|nestrādā joprojām|joprojām nedarbojas|vēl aizvien nestrādā|aizvien nestrādā|tāpat nedarbojas|joprojām nepalīdz)',
      '[es] [to] [es] (jau mēģināju|jau izmēģināju|jau izdarīju|jau darīju|esmu jau mēģinājis|esmu jau mēģinājusi|jau esmu mēģinājis|jau esmu mēģinājusi)',
      '(nepareizi|nepareiza atbilde|bezjēdzīgi|nepalīdz|nepalīdzēja|nederīga atbilde|tas ir nepareizi|tā nav|tas nav pareizi)',
    ],
    thanks: [
      '[liels|milzīgs|liels liels|ļoti] (paldies|paldiesiņš|paldies jums|paldies tev|pateicos|pateicos jums) [par|jums par] [palīdzību|atbildi|ātro atbildi|informāciju|atsaucību|visu]',
      '[tagad|tas|viss] (strādā|darbojas|palīdzēja|man palīdzēja|nostrādāja|sanāca|izdevās|aizgāja|ir kārtībā) [tagad|lieliski|atkal]',
      '(lieliski|perfekti|brīnišķīgi|fantastiski|ideāli|izcili|atrisināts|problēma atrisināta|sapratu|skaidrs|viss skaidrs|viss kārtībā|tieši to meklēju|tieši to es meklēju|tieši tas ko meklēju)',
      '(tas arī viss|tas ir viss|tas viss|tas bija viss|vairāk neko|vairāk nekas)',
      '(uz redzēšanos|visu labu|atā|jauku dienu|jauku vakaru|lai jauka diena|labu dienu|jaukas brīvdienas)',
    ],
    no: [
      '(nē|ne|nē nē|nē paldies|vēl nē|nē vēl nē|vēl ne|ne īsti|ne gluži|nē ne īsti|nedomāju|es nedomāju|domāju ka nē|pagaidām nē|šobrīd nē|ne tagad|nevajag|nav vajadzīgs|nav nepieciešams|nemaz|diemžēl nē|noteikti nē|negribu)',
    ],
    yes: [
      '(jā|ja|jaa|jā jā|jap|jā lūdzu|jā paldies|protams|jā protams|labprāt|jā labprāt|noteikti|jā noteikti|labi|labi jā|pareizi|tieši tā|precīzi|piekrītu|ok|okei|gribu|jā gribu|gribētu|jā gribētu|vēlos|jā vēlos|jā vēlētos|vēlētos|jā tieši tas|jā tas ir tas|jā ir|būtu labi|tas būtu lieliski|tas būtu labi|neiebilstu)',
    ],
    greeting: [
      '(sveiki|sveiks|sveika|sveicināti|čau|čauks|labdien|labrīt|labvakar|hei|hello|laba diena|sveiki visiem)',
      '(kā iet|kā klājas|kā jums iet|kā jums klājas|vai tur kāds ir|vai kāds ir|vai tur ir kāds|vai šeit kāds ir|vai kāds tur ir|ir kāds)',
    ],
    vague: [
      '[man|mums] ir [tikai|viens|cits|vēl viens|neliels|īss|daži|pāris] [neliels|mazs] (jautājums|jautājumi|problēma|problēmas|problēmiņa|jautājumiņš)',
      '(vai) [jūs|tu|kāds] (varat|varētu|vari|varētu lūdzu|var|varētu man) [man|mums|jūs|lūdzu] (palīdzēt|lūdzu palīdzēt)',
      '[man] [ir] (vajag|vajadzīga|nepieciešama|vajadzētu|vajadzēja|vēlos) [jūsu|nelielu] (palīdzību|palīdzība)',
      '(vai|es) [es] (varu|drīkstu|varētu|gribu|gribēju|vēlējos) [jums|tev] [ko|kaut ko] (pajautāt|jautāt|uzdot jautājumu|paprasīt) [kaut ko]',
      '[tas|kaut kas|nekas] (nestrādā|nedarbojas|neiet)',
      '(palīdziet|palīdzi|palīgā|palīdzība|palīdzību|jautājums|problēma|kaut kas nav kārtībā|kaut kas nav labi|esmu iestrēdzis|esmu iestrēgusi|nesaprotu)',
    ],
  },
  own: {
    mine: 'mans|mana|manu|manam|manai|mani|manas|manus|mūsu',
    asks: 'kur|kad|kas|kāds|kāda|kādi|kādas|statuss|statusu|stāvoklis|pienāks|pienāk|ieradīsies|atnāks|saņemšu|piegāde|piegādes|piegādāts|piegādāta|piegādās|nosūtīts|nosūtīta|izsūtīts|izsūtīta|izsekošana|ceļā|gatavs|gatava|paredzamais|cik|cik ilgi|pasakiet|pasaki|vai varat pateikt|vēlos zināt|gribu zināt|vai|ir',
    around:
      'bija|būs|tas|tā|tie|tās|šis|šī|šie|šīs|un|jau|tagad|pašlaik|šobrīd|pēdējais|pēdējā|pēdējo|jaunākais|jaunākā|pašreizējais|tiks|tika|atrodas|mans ir',
  },
  phrases: {
    greeting: 'Labdien! Kā varu jums palīdzēt?',
    clarifyingQuestion: 'Vai varat nedaudz precizēt, ko vēlaties uzzināt?',
    clarifyingChoice: 'Vai varat nedaudz precizēt? Vai jautājums ir par kādu no šīm tēmām: {topics}?',
    noAnswerWithOffer: 'Es neatradu atbildi uz jūsu jautājumu. Vai vēlaties sazināties ar darbinieku?',
    noAnswer: 'Es neatradu atbildi uz jūsu jautājumu.',
    askForDetail: 'Man žēl. Ko tieši jūs vēlaties izdarīt?',
    offerHuman: 'Man žēl, ka nevarēju palīdzēt. Vai vēlaties sazināties ar darbinieku?',
    handingOver: 'Savienoju jūs ar darbinieku, kurš varēs palīdzēt.',
    closing: 'Prieks, ka varēju palīdzēt. Jauku dienu!',
    anythingElse: 'Labi. Vai varu palīdzēt vēl ar kaut ko?',
    checkIn: 'Vai tas ir tas, ko meklējāt?',
    checkInWithOffer: 'Vai tas ir tas, ko meklējāt, vai arī vēlaties sazināties ar darbinieku?',
    chooseOption: 'Lūdzu, izvēlieties vienu no iespējām:',
    invalidValue: 'Es nesapratu jūsu atbildi. Vai varat mēģināt vēlreiz?',
  },
  ratings: { terrible: 'Ļoti slikti', bad: 'Slikti', ok: 'Viduvēji', good: 'Labi', amazing: 'Lieliski' },
}
