import { describeMessages } from '../../../test/support/describe-messages.ts'

describeMessages(`
de
human: Kann ich bitte mit einem echten Menschen sprechen? / ich moechte mit jemandem vom support reden / Mitarbeiter bitte!
human: Verbinden Sie mich mit einem Mitarbeiter / Nein, ich will mit einem Menschen schreiben 😡 / Ich hätte gern einen Ansprechpartner
thanks: Super, vielen lieben Dank! 😊 / Hat geklappt, danke / Danke für die schnelle Hilfe
unhelpful: Das hat mir leider nicht weitergeholfen / das war nicht meine Frage / Nein, klappt immer noch nicht
yes: Ja, sehr gerne / jap / Ja das wäre super
no: Nein danke / Nö / Nein, im Moment nicht
greeting: Guten Morgen! / Hallöchen / Moin moin
vague: ich hab mal ne frage / Hilfe!!! / Können Sie mir bitte helfen? / Ich habe ein Problem
question: Wie füge ich einen Mitarbeiter zu meinem Team hinzu? / Welche Rollen hat ein Agent? / Support Öffnungszeiten
question: Wo ändere ich die Dankesnachricht? / Wie baue ich eine Ja/Nein Frage ein? / Mitarbeiter löschen
question: Kann ich mit einem Kunden per Video sprechen? / Das Passwort geht nicht / Ich habe eine Frage zur Rechnung vom Mai

fr
human: Bonjour, je voudrais parler à un conseiller svp / JE VEUX PARLER A UN HUMAIN / un vrai humain s'il vous plaît
human: Pouvez-vous me mettre en relation avec quelqu'un ? / Y a-t-il une personne à qui je peux parler ? / Oui, passez moi un agent
human: je ne veux pas parler à un robot 😡 / Est-ce que je peux avoir un conseiller au téléphone ?
thanks: Merci beaucoup ! / super, ça marche maintenant, merci 😊 / C'est parfait, bonne journée / merci pour votre aide
unhelpful: ça ne m'aide pas vraiment / Ce n'est pas ce que je cherche / non ça marche toujours pas / Votre réponse ne répond pas à ma question
yes: Oui, avec plaisir / ouais / oui stp / d'accord
no: Non merci / non pas vraiment / Pas encore
greeting: Bonjour ! / Coucou / bonsoir, il y a quelqu'un ?
vague: J'ai une petite question / Pouvez-vous m'aider svp ? / besoin d'aide / ca marche pas
question: Comment ajouter un agent à mon équipe ? / Comment parler à un visiteur depuis la boîte de réception ?
question: Modifier le message de remerciement / Est-ce qu'un conseiller peut voir mes factures ? / Comment créer une question oui/non ?
question: J'ai une question sur ma facture / Le bouton d'aide ne marche pas sur mobile / supprimer une personne / merci de m'indiquer vos tarifs

es
human: Hola, quiero hablar con una persona por favor / QUIERO HABLAR CON UN HUMANO / ¿me pueden comunicar con un asesor?
human: Me gustaría hablar con alguien de soporte / no quiero hablar con un robot 😤 / Sí, pásame con un agente / agente humano
thanks: ¡Muchísimas gracias! / Perfecto, ya funciona, gracias 🙌 / mil gracias por la ayuda / eso es todo, hasta luego
unhelpful: eso no me ayuda / No es lo que estoy buscando / No, sigue sin funcionar / No responde a mi pregunta
yes: Sí, por favor / sip / claro que si / vale
no: No, gracias / todavía no / la verdad que no
greeting: Buenos días / holaa / Hola, ¿qué tal? / buenas tardes
vague: Tengo una duda / ¿Me puedes ayudar? / necesito ayuda por favor / no funciona
question: ¿Cómo agrego un agente a mi equipo? / ¿Cómo puedo hablar con un cliente por chat? / cambiar el mensaje de agradecimiento
question: ¿Cómo creo una pregunta de sí o no? / eliminar una persona del equipo / ¿Puede un asesor ver mis facturas?
question: Tengo una duda sobre mi factura / No funciona el inicio de sesión / horario de soporte

pt
human: Olá, queria falar com uma pessoa, por favor / QUERO FALAR COM UM ATENDENTE / pode me transferir para um humano?
human: Gostaria de falar com alguém do suporte / não quero falar com robô 😠 / Sim, me passa pra um atendente / atendente
thanks: Muito obrigada! / Perfeito, deu certo, obrigado 😊 / valeu pela ajuda / era só isso, tenha um bom dia
unhelpful: isso não me ajudou / Não era isso que eu queria saber / Não, continua sem funcionar / Não respondeu à minha pergunta
yes: Sim, por favor / claro / quero sim / pode ser
no: Não, obrigado / ainda nao / acho que não
greeting: Bom dia / oi, tudo bem? / Olá! / boa tarde
vague: Tenho uma dúvida / Você pode me ajudar? / preciso de ajuda / nao funciona
question: Como adiciono um agente à minha equipe? / Como posso falar com um cliente pelo chat? / alterar mensagem de agradecimento
question: Como crio uma pergunta de sim ou não? / remover pessoa da equipe / Um atendente pode ver as minhas faturas?
question: Tenho uma dúvida sobre a fatura / Não funciona o login / horário de atendimento

it
human: Buongiorno, vorrei parlare con una persona per favore / VOGLIO PARLARE CON UN OPERATORE / mi passi un operatore umano?
human: È possibile parlare con qualcuno dell'assistenza? / non voglio parlare con un bot 😡 / Sì, mettimi in contatto con un operatore / operatore
thanks: Grazie mille! / perfetto, adesso funziona, grazie 😊 / Ti ringrazio per l'aiuto / è tutto, buona giornata
unhelpful: non mi è stato d'aiuto / Non è quello che cercavo / No, non funziona ancora / Non ha risposto alla mia domanda
yes: Sì, grazie / certo / si per favore / va bene
no: No grazie / non ancora / no, non credo
greeting: Ciao! / Buonasera / salve, c'è qualcuno?
vague: Ho una domanda / Mi puoi aiutare? / ho bisogno di aiuto / non funziona
question: Come aggiungo un agente al mio team? / Come posso parlare con un cliente in chat? / modificare il messaggio di ringraziamento
question: Come creo una domanda sì/no? / eliminare una persona dal team / Un operatore può vedere le mie fatture?
question: Ho una domanda sulla fattura / Non funziona il login / orari assistenza

nl
human: Hallo, kan ik met een medewerker praten aub? / IK WIL EEN ECHT MENS SPREKEN / Kunt u mij doorverbinden met iemand?
human: ik wil graag met iemand van de klantenservice chatten / ik wil niet met een robot praten 😡 / Ja, verbind me door met een medewerker
thanks: Dank je wel! / top, het werkt nu, bedankt 😊 / Heel erg bedankt voor je hulp / dat was alles, fijne dag nog
unhelpful: Daar heb ik niks aan / dat is niet wat ik bedoel / Nee, het werkt nog steeds niet / Dit geeft geen antwoord op mijn vraag
yes: Ja graag / jazeker / ja hoor / prima
no: Nee, dank je / nog niet / niet echt nee
greeting: Goedemorgen / Hoi! / goedendag, is daar iemand?
vague: Ik heb een vraagje / Kun je me helpen? / ik heb hulp nodig / werkt niet
question: Hoe voeg ik een medewerker toe aan mijn team? / Hoe kan ik met een klant chatten? / bedankbericht aanpassen
question: Hoe maak ik een ja/nee-vraag? / een persoon verwijderen uit het team / Kan een medewerker mijn facturen zien?
question: Ik heb een vraag over mijn factuur / De inlogpagina werkt niet / openingstijden klantenservice

sv
human: Hej, kan jag få prata med en människa? / JAG VILL PRATA MED NÅGON PÅ KUNDTJÄNST / Kan du koppla mig till en handläggare tack
human: Skulle vilja chatta med en riktig person / jag vill inte prata med en robot 😡 / Ja, koppla mig till kundtjänst
thanks: Tack så mycket! / toppen, nu funkar det, tack 😊 / Tack för hjälpen / det var allt, ha en bra dag
unhelpful: Det hjälpte inte / det var inte det jag menade / Nej, det fungerar fortfarande inte / Det svarar inte på min fråga
yes: Ja tack / japp / ja gärna / absolut
no: Nej tack / inte än / nej, det tror jag inte
greeting: Hejsan! / God morgon / tjena, är det någon där?
vague: Jag har en fråga / Kan du hjälpa mig? / behover hjalp / funkar inte
question: Hur lägger jag till en agent i mitt team? / Hur kan jag prata med en kund i chatten? / ändra tackmeddelandet
question: Hur skapar jag en ja/nej-fråga? / ta bort en person från teamet / Kan en handläggare se mina fakturor?
question: Jag har en fråga om min faktura / Inloggningen funkar inte / öppettider kundtjänst

da
human: Hej, må jeg tale med et menneske? / JEG VIL GERNE TALE MED EN MEDARBEJDER / Kan du stille mig om til kundeservice, tak
human: Kan jeg chatte med en rigtig person / jeg gider ikke snakke med en robot 😡 / Ja, sæt mig i forbindelse med en medarbejder
thanks: Mange tak! / super, nu virker det, tak 😊 / Tusind tak for hjælpen / det var det hele, hav en god dag
unhelpful: Det hjalp ikke / det var ikke det jeg mente / Nej, det virker stadig ikke / Det svarer ikke på mit spørgsmål
yes: Ja tak / jep / ja meget gerne / helt sikkert
no: Nej tak / ikke endnu / nej, det tror jeg ikke
greeting: Godmorgen / Hejsa! / goddag, er der nogen?
vague: Jeg har et spørgsmål / Kan du hjælpe mig? / har brug for hjælp / virker ikke
question: Hvordan tilføjer jeg en medarbejder til mit team? / Hvordan kan jeg chatte med en kunde? / ændre takkebeskeden
question: Hvordan laver jeg et ja/nej-spørgsmål? / fjern en person fra teamet / Kan en agent se mine fakturaer?
question: Jeg har et spørgsmål om min faktura / Login virker ikke / åbningstider kundeservice

no
human: Hei, kan jeg få snakke med et menneske? / JEG VIL SNAKKE MED EN KUNDEBEHANDLER / Kan du sette meg over til kundeservice, takk
human: Jeg vil gjerne chatte med en ekte person / jeg vil ikke snakke med en robot 😡 / Ja, sett meg i kontakt med en medarbeider
thanks: Tusen takk! / supert, nå virker det, takk 😊 / Takk for hjelpen / det var alt, ha en fin dag
unhelpful: Det hjalp ikke / det var ikke det jeg mente / Nei, det fungerer fortsatt ikke / Det svarer ikke på spørsmålet mitt
yes: Ja takk / jepp / ja gjerne / absolutt
no: Nei takk / ikke ennå / nei, det tror jeg ikke
greeting: God morgen / Heisann! / god dag, er det noen der?
vague: Jeg har et spørsmål / Kan du hjelpe meg? / trenger hjelp / funker ikke
question: Hvordan legger jeg til en agent i teamet mitt? / Hvordan kan jeg snakke med en kunde i chatten? / endre takkemeldingen
question: Hvordan lager jeg et ja/nei-spørsmål? / fjerne en person fra teamet / Kan en kundebehandler se fakturaene mine?
question: Jeg har et spørsmål om fakturaen min / Innloggingen virker ikke / åpningstider kundeservice

fi
human: Hei, voinko jutella ihmisen kanssa? / HALUAN PUHUA ASIAKASPALVELIJAN KANSSA / Voitko yhdistää minut asiakaspalveluun kiitos
human: Haluaisin puhua oikealle ihmiselle / en halua jutella robotin kanssa 😡 / Joo, yhdistä asiakaspalvelijalle
thanks: Kiitos paljon! / hienoa, nyt se toimii, kiitos 😊 / Kiitos avusta / siinä kaikki, hyvää päivänjatkoa
unhelpful: Tästä ei ollut apua / en tarkoittanut tätä / Ei, se ei toimi vieläkään / Tämä ei vastaa kysymykseeni
yes: Kyllä kiitos / joo / juu mielellään / totta kai
no: Ei kiitos / ei vielä / ei oikeastaan
greeting: Hyvää huomenta / Moi! / päivää, onko siellä ketään?
vague: Minulla on kysymys / Voitko auttaa minua? / tarvitsen apua / ei toimi
question: Miten lisään agentin tiimiini? / Miten voin jutella asiakkaan kanssa chatissa? / kiitosviestin muokkaaminen
question: Miten teen kyllä/ei-kysymyksen? / ihmisen poistaminen tiimistä / Voiko asiakaspalvelija nähdä laskuni?
question: Minulla on kysymys laskustani / Kirjautuminen ei toimi / asiakaspalvelun aukioloajat

ca
human: Hola, voldria parlar amb una persona si us plau / VULL PARLAR AMB UN HUMÀ / Em podeu passar amb un agent?
human: M'agradaria parlar amb algú de suport / no vull parlar amb un robot 😡 / Sí, posa'm en contacte amb un agent
thanks: Moltes gràcies! / perfecte, ara ja funciona, gràcies 😊 / Gràcies per l'ajuda / això és tot, que vagi bé
unhelpful: això no m'ajuda / No és el que busco / No, encara no funciona / No respon la meva pregunta
yes: Sí, si us plau / i tant / esclar / d'acord
no: No, gràcies / encara no / em sembla que no
greeting: Bon dia / Ei, com va? / bona tarda
vague: Tinc un dubte / Em pots ajudar? / necessito ajuda / no funciona
question: Com afegeixo un agent al meu equip? / Com puc parlar amb un client pel xat? / canviar el missatge d'agraïment
question: Com creo una pregunta de sí o no? / eliminar una persona de l'equip / Un agent pot veure les meves factures?
question: Tinc un dubte sobre la factura / No funciona l'inici de sessió / horari d'atenció

ro
human: Bună ziua, aș dori să vorbesc cu o persoană vă rog / VREAU SA VORBESC CU UN OPERATOR / Mă puteți pune în legătură cu cineva?
human: Pot vorbi cu cineva de la suport? / nu vreau sa vorbesc cu un robot 😡 / Da, transferați-mă la un operator
thanks: Mulțumesc frumos! / perfect, acum merge, mersi 😊 / Va multumesc pentru ajutor / asta e tot, o zi bună
unhelpful: nu mă ajută / Nu asta căutam / Nu, tot nu merge / Nu mi-ați răspuns la întrebare
yes: Da, vă rog / sigur / da, mersi / desigur
no: Nu, mulțumesc / încă nu / nu prea
greeting: Bună dimineața / Salut! / buna seara, e cineva acolo?
vague: Am o întrebare / Mă puteți ajuta? / am nevoie de ajutor / nu merge
question: Cum adaug un agent în echipa mea? / Cum pot vorbi cu un client pe chat? / modificarea mesajului de mulțumire
question: Cum creez o întrebare cu da sau nu? / șterge o persoană din echipă / Poate un operator să vadă facturile mele?
question: Am o întrebare despre factură / Nu merge autentificarea / program suport

et
human: Tere, kas ma saaksin rääkida inimesega? / TAHAN RAAKIDA KLIENDITEENINDAJAGA / Palun ühendage mind klienditoega
human: Sooviksin suhelda päris inimesega / ma ei taha robotiga rääkida 😡 / Jah, suunake mind klienditeenindaja juurde
thanks: Suur aitäh! / super, nüüd töötab, tänan 😊 / Aitäh abi eest / see oli kõik, ilusat päeva
unhelpful: See ei aidanud / ma ei mõelnud seda / Ei, ikka ei tööta / See ei vasta minu küsimusele
yes: Jah, palun / jaa / muidugi / jah, sooviksin küll
no: Ei aitäh / veel mitte / ei, mitte eriti
greeting: Tere hommikust / Tsau! / tere päevast, kas keegi on seal?
vague: Mul on küsimus / Kas saate mind aidata? / vajan abi / ei tööta
question: Kuidas lisada agenti oma meeskonda? / Kuidas ma saan kliendiga vestelda? / tänusõnumi muutmine
question: Kuidas luua jah/ei küsimust? / inimese eemaldamine meeskonnast / Kas klienditeenindaja näeb minu arveid?
question: Mul on küsimus arve kohta / Sisselogimine ei tööta / klienditoe lahtiolekuajad

lv
human: Labdien, vai es varu runāt ar cilvēku? / GRIBU RUNAT AR OPERATORU / Lūdzu, savienojiet mani ar klientu apkalpošanu
human: Es vēlētos sazināties ar īstu cilvēku / negribu runāt ar robotu 😡 / Jā, pārslēdziet mani pie operatora
thanks: Liels paldies! / super, tagad strādā, paldies 😊 / Paldies par palīdzību / tas arī viss, jauku dienu
unhelpful: Tas man nepalīdzēja / tas nav tas, ko es meklēju / Nē, joprojām nestrādā / Tas neatbild uz manu jautājumu
yes: Jā, lūdzu / protams / ja labprāt / labi
no: Nē, paldies / vēl nē / nu ne īsti
greeting: Labrīt / Čau! / sveiki, vai tur kāds ir?
vague: Man ir jautājums / Vai varat man palīdzēt? / vajag palīdzību / nestrādā
question: Kā pievienot aģentu savai komandai? / Kā es varu runāt ar klientu tērzēšanā? / mainīt pateicības ziņu
question: Kā izveidot jā/nē jautājumu? / noņemt cilvēku no komandas / Vai operators redz manus rēķinus?
question: Man ir jautājums par rēķinu / Nestrādā pieteikšanās / klientu apkalpošanas darba laiks

lt
human: Laba diena, ar galiu pakalbėti su žmogumi? / NORIU KALBETI SU OPERATORIUMI / Prašau sujungti mane su konsultantu
human: Norėčiau susisiekti su tikru žmogumi / nenoriu kalbėtis su robotu 😡 / Taip, sujunkite mane su klientų aptarnavimu
thanks: Labai ačiū! / super, dabar veikia, ačiū 😊 / Dėkui už pagalbą / tai viskas, geros dienos
unhelpful: Tai man nepadėjo / tai ne tai, ko ieškojau / Ne, vis tiek neveikia / Tai neatsako į mano klausimą
yes: Taip, prašau / aišku / žinoma / taip, norėčiau
no: Ne, ačiū / dar ne / nelabai
greeting: Labas rytas / Sveiki! / laba diena, ar yra kas nors?
vague: Turiu klausimą / Ar galite man padėti? / reikia pagalbos / neveikia
question: Kaip pridėti agentą prie savo komandos? / Kaip galiu kalbėtis su klientu pokalbyje? / pakeisti padėkos žinutę
question: Kaip sukurti taip/ne klausimą? / pašalinti žmogų iš komandos / Ar operatorius mato mano sąskaitas?
question: Turiu klausimą dėl sąskaitos / Neveikia prisijungimas / klientų aptarnavimo darbo laikas
`)
