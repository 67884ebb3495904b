import type { LanguageWords } from '../language-words.ts'

export const cs: LanguageWords = {
  fillers:
    'prosím|prosim vás|prosím vás|dobrý den|dobrý|ahoj|zdravím|haló|ok|dobře|tak|no|a|ale|už|teď|nyní|radši|raději|jen|jenom|prostě|opravdu|bohužel|omlouvám se|pardon|děkuji|díky|hned|ihned|co nejdřív|vážně',
  patterns: {
    human: [
      '[mohl bych|mohla bych|můžu|chci|chtěl bych|chtěla bych] mluvit s někým (živým|skutečným|z lidí)',
      '[chci|raději|radši] [mluvit] s (člověkem|operátorem) (a ne s robotem|ne s robotem|a ne s botem|ne s botem)',
      '[já] [chci|chtěl bych|chtěla bych|rád bych|ráda bych|potřebuji|potřebuju|mohu|můžu|mohl bych|mohla bych|můžu si|mohu si|můžu prosím|lze|dá se|šlo by] [si|se] [prosím|raději|radši] (mluvit|promluvit|hovořit|popovídat|popovídat si|promluvit si|psát si|chatovat|spojit|spojit se|pobavit) s [nějakým|živým|skutečným|opravdovým|vaším|nějakou|skutečnou|živou] (člověkem|operátorem|operátorkou|osobou|pracovníkem|poradcem|zástupcem|někým|někým z podpory|někým od vás|někým ze zákaznické podpory|podporou|zákaznickou podporou|technickou podporou|zákaznickým servisem)',
      'jak [se] (mohu|můžu) [se] (mluvit|spojit|spojit se|promluvit si) s (člověkem|operátorem|vaší podporou|zákaznickou podporou)',
      '[chci|chtěl bych|chtěla bych|rád bych|ráda bych] s [živým|skutečným|opravdovým] (člověkem|operátorem|někým) (mluvit|promluvit|hovořit)',
      '[můžete|můžeš|mohl byste|mohla byste|mohli byste] [mě|mne] [prosím] (přepojte|přepojit|přepoj|spojte|spojit|spoj|propojte|propojit) [mě|mne] [prosím] (na|s|k) [nějakého|živého|nějakým|živým|skutečného|skutečným] (operátora|operátorku|operátorem|člověka|člověkem|člověku|podporu|podporou|zákaznickou podporu|zákaznickou podporou|pracovníka|někoho|někým|kolegu|kolegou)',
      '[chci|chtěl bych|chtěla bych|potřebuji|potřebuju|dejte mi|zavolejte|sežeňte mi] (živého člověka|skutečného člověka|člověka|operátora|opravdového člověka)',
      '(živý člověk|člověk|skutečný člověk|operátor|operátorka|živý chat|živý operátor|chat s operátorem|spojení s operátorem)',
      '(je tam|je tu) [nějaký] (živý člověk|skutečný člověk|člověk|operátor) [se kterým můžu mluvit|se kterým mohu mluvit]',
      'nechci (mluvit|psát si|se bavit|si psát) s (robotem|botem|strojem|automatem|počítačem)',
    ],
    unhelpful: [
      '[ne] (to|tohle) není (to|to co|ono|ono co) [co] (hledám|jsem hledal|jsem hledala|chci|potřebuji|potřebuju|jsem chtěl|jsem chtěla|jsem myslel|jsem myslela)',
      '[ne] (to není ono|to není to)',
      '(to|tohle|toto) mi [bohužel|vůbec|moc] (nepomohlo|nepomáhá|nepomohla)',
      '[to|tohle|odpověď] [mi] [bohužel|vůbec] [mi] [to] (nepomohlo|nepomáhá|nepomohla) [mi]',
      '(na to|na tohle|to|tohle) jsem se (neptal|neptala)',
      '(to|tohle|takhle) (jsem nemyslel|jsem nemyslela|jsem nechtěl vědět|jsem nechtěla vědět|není ono|není pravda|není odpověď na moji otázku|není správně|je špatně|je k ničemu)',
      '(špatná odpověď|špatně|k ničemu|nesmysl|zbytečné|neodpověděl jste mi|neodpověděl jsi mi|nerozumíš mi)',
      '[to|pořád|stále|furt|stejně] [to|pořád|stále|furt] (pořád|stále|furt|stejně) [to] (nefunguje|nejde|nepomáhá)',
      '(to|tohle) [jsem] už [jsem] (zkoušel|zkoušela|zkusil|zkusila|dělal|dělala)',
    ],
    thanks: [
      '[moc|mockrát|velice] (děkuji|děkuju|díky|dík|dikes|děkujeme) [moc|mockrát|vám|ti|velice|pěkně] [moc|mockrát] [za pomoc|za odpověď|za radu|za informaci|za informace]',
      '[už] [to|teď to|tohle] [už] [mi] (pomohlo|funguje|zafungovalo|jde|zabralo) [to] [už]',
      '[to je] (přesně to co jsem hledal|přesně to co jsem hledala|přesně to co jsem potřeboval|přesně to co jsem potřebovala|přesně ono|ono|vše|všechno)',
      '(pomohlo to|podařilo se|povedlo se|super|skvělé|skvěle|výborně|paráda|perfektní|bezva|vyřešeno|vyřešené|hotovo|rozumím|chápu|vše jasné)',
      '(na shledanou|nashledanou|hezký den|přeji hezký den|mějte se|mějte se hezky|měj se)',
    ],
    no: [
      'ne (to je vše|to je všechno)',
      '(ne|ne děkuji|ne díky|ani ne|moc ne|spíš ne|ještě ne|zatím ne|vůbec ne|není třeba|není potřeba|teď ne|raději ne|bohužel ne)',
    ],
    yes: [
      'ano (chci|chtěl bych|chtěla bych|pomohlo|pomohlo to)',
      '(ano|no|jo|jj|ano prosím|jasně|jasné|určitě|samozřejmě|přesně|přesně tak|souhlasím|rád|ráda|ok|okej|dobře|v pořádku|tak jo|budu rád|budu ráda)',
    ],
    greeting: [
      '(dobrý den|dobré ráno|dobré odpoledne|dobrý večer|dobré dopoledne|dobrý|ahoj|ahojky|zdravím|čau|čus|nazdar|haló|zdravíčko)',
      '(jak se máte|jak se máš|je tam někdo|je tu někdo|jste tam|jsi tam)',
    ],
    vague: [
      '(nefunguje|nejde) [mi] to',
      '(mám|měl bych|měla bych) [na vás] [jeden|jednu|ještě jeden|ještě jednu|malý|rychlý|takový] (dotaz|otázku|problém|prosbu)',
      '[já] (potřebuji|potřebuju|potřeboval bych|potřebovala bych|chci|chtěl bych|chtěla bych) [prosím] (pomoc|pomoct|pomoci|poradit|radu)',
      '(pomoc|pomozte|pomozte mi|pomoz mi|dotaz|otázka|problém|podpora|poraďte|poraďte mi)',
      '(můžete|můžeš|mohl byste|mohla byste|mohli byste|umíte) [mi] [prosím] [s něčím] (pomoct|pomoci|poradit)',
      '(můžu|mohu|mohl bych|mohla bych) se [vás|na něco|tě] [na něco] (zeptat)',
      '[to|něco|tohle|mi] [mi|to] (nefunguje|nejde)',
    ],
  },
  own: {
    mine: 'můj|moje|má|mého|mé|moji|mou|mých|mojí|náš|naše|naší|našeho|našich',
    asks: 'kde|kdy|co|jaký|jaká|jaké|který|která|které|stav|status|dorazí|dorazila|dorazil|přijde|přijdou|přijela|doručení|doručena|doručen|doručeno|dodání|dodána|odeslána|odeslán|odesláno|odeslaná|zásilka|sledování|na cestě|hotová|hotovo|připravena|předpokládané|kolik|jak dlouho|řekněte mi|řekni mi|můžete mi říct|můžeš mi říct|chci vědět|chtěl bych vědět|chtěla bych vědět|ukažte mi|je|jsou|byla|byl',
    around:
      'bylo|byly|bude|budou|to|ten|ta|tato|toto|tuto|on|ona|jeho|její|a|nebo|o|pro|už|již|teď|nyní|právě|aktuální|poslední|nejnovější|se|nachází|má být|v jakém je|v jakém',
  },
  phrases: {
    greeting: 'Dobrý den! S čím vám mohu pomoci?',
    clarifyingQuestion: 'Můžete mi prosím trochu upřesnit, co vás zajímá?',
    clarifyingChoice: 'Můžete to prosím trochu upřesnit? Týká se to některého z těchto témat: {topics}?',
    noAnswerWithOffer: 'Na to se mi nepodařilo najít odpověď. Chcete mluvit s člověkem?',
    noAnswer: 'Na to se mi nepodařilo najít odpověď.',
    askForDetail: 'To mě mrzí. Co přesně potřebujete udělat?',
    offerHuman: 'Mrzí mě, že se mi nepodařilo pomoci. Chcete mluvit s člověkem?',
    handingOver: 'Předávám vás kolegovi, který vám pomůže.',
    closing: 'To mě těší. Přeji hezký den!',
    anythingElse: 'Dobře. Mohu vám pomoci ještě s něčím?',
    checkIn: 'Je to to, co jste potřebovali vědět?',
    checkInWithOffer: 'Je to to, co jste potřebovali vědět, nebo chcete mluvit s člověkem?',
    chooseOption: 'Vyberte prosím jednu z možností:',
    invalidValue: 'Tomu nerozumím. Můžete to prosím zkusit znovu?',
  },
  ratings: { terrible: 'Hrozné', bad: 'Špatné', ok: 'Ujde to', good: 'Dobré', amazing: 'Skvělé' },
}
