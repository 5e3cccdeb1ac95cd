"""Pages in the languages of the north, the middle and the south-east of Europe: beside what has a role stands what only looks like it."""

# ruff: noqa: E501 - a case is easier to read in one line

import pytest

from corpus_pkg.parse.roles import label_roles
from corpus_pkg.parse.segment import segment

PAGES = {
    "nl": ("Direct naar de inhoud\nNieuws\nOver ons\nContact", "De oude sluis krijgt nieuwe deuren", ("De oude sluis aan de vaart stond bijna dertig jaar zonder deuren, en vorige week zijn er twee nieuwe in gehangen.", "De vereniging zocht in het archief naar de tekeningen van de bouwmeester en vond ze pas na maanden in een kist."), "Lees meer\nTerug naar boven\nAlle rechten voorbehouden."),
    "sv": ("Hoppa till innehåll\nNyheter\nOm oss\nKontakt", "Sågverkets klocka ringer igen", ("Klockan som kallade arbetarna till sågverket hängde tyst i femtio år, men i lördags ringde den igen över bron.", "Flera hundra människor hade samlats vid bron, och de äldsta av dem mindes hur klockan lät när skiftet var slut."), "Läs också\nTill toppen\nAlla rättigheter förbehållna."),
    "da": ("Spring til indhold\nForside\nNyheder\nOm os", "Typograferne gemmer deres gamle fane", ("Fanen fra forrige århundrede hang i mange år over trappen i foreningens hus, og nu er den sendt til konservering.", "En kopi af fanen skal bæres i optoget til foråret, og medlemmerne har selv samlet pengene ind til det fine stof."), "Relaterede artikler\nTil toppen\nAlle rettigheder forbeholdes."),
    "no": ("Hopp til innhold\nForsiden\nNyheter\nOm oss", "Notbruket får nytt tak", ("Taket på det gamle notbruket har lekket siden stormen, og nå har laget endelig fått penger til å legge ny skifer.", "Mer enn seksti personer har meldt seg til dugnaden, og de eldste av dem har selv arbeidet i notbruket som unge."), "Relaterte artikler\nTil toppen\nPersonvernerklæring"),
    "fi": ("Siirry sisältöön\nEtusivu\nAjankohtaista\nYhteystiedot", "Satamatyöläiset hyväksyivät sopimuksen", ("Satamatyöläiset hyväksyivät sunnuntaina uuden sopimuksen, joka koskee kahdeksaa satamaa ja on voimassa kaksi vuotta.", "Sopimuksen mukaan yötyöstä maksetaan enemmän kuin ennen, ja lomat pitenevät kaikilla jo ensi vuoden alusta lähtien."), "Lue myös\nTakaisin ylös\nKaikki oikeudet pidätetään."),
    "pl": ("Przejdź do treści\nStrona główna\nAktualności\nKontakt", "Drukarze podpisali układ", ("Po jedenastu tygodniach rozmów delegaci drukarzy podpisali w środę nowy układ, który obejmuje trzystu pracowników.", "Układ będzie obowiązywał przez dwa lata, a najwięcej czasu zajęły rozmowy o nocnej zmianie i o dodatkach za staż."), "Zobacz również\nPowrót na górę\nWszelkie prawa zastrzeżone."),
    "cs": ("Přejít k obsahu\nÚvod\nAktuality\nKontakty", "Hodinářova dílna se vrátila do města", ("Po šedesáti letech se do města vrátilo vybavení hodinářské dílny, které muzeum koupilo od vnučky posledního mistra.", "Nástroje ležely po celou tu dobu v bednách na půdě a každý z nich byl pečlivě zabalen do starých městských novin."), "Související články\nZpět nahoru\nVšechna práva vyhrazena."),
    "sk": ("Preskočiť na obsah\nDomov\nAktuality\nKontakty", "Zastupiteľstvo schválilo opravu mosta", ("Mestské zastupiteľstvo schválilo opravu starého mosta cez rieku a práce na ňom sa začnú ešte v tomto roku na jeseň.", "Most postavili pred sto rokmi tesári z celého okolia a jeho trámy vydržali dve povodne aj jednu veľmi tuhú zimu."), "Súvisiace články\nSpäť hore\nVšetky práva vyhradené."),
    "hu": ("Ugrás a tartalomra\nKezdőlap\nHírek\nKapcsolat", "Előkerült a régi malom naplója", ("A múzeum padlásán, egy láda fenekén bukkantak rá a munkatársak a vízimalom naplójára, amelyet negyven évig vezettek.", "A füzetet ősszel állítják ki, addig minden oldalát lefényképezik, és átírják azokat a sorokat, amelyek elmosódtak."), "Kapcsolódó cikkek\nVissza a tetejére\nMinden jog fenntartva."),
    "ro": ("Sari la conținut\nAcasă\nNoutăți\nContact", "Feroviarii au semnat contractul", ("După nouă săptămâni de discuții, delegații feroviarilor au semnat contractul colectiv, care este valabil doi ani.", "Contractul cuprinde patru mii de oameni, iar cele mai lungi discuții au fost despre sporul de noapte și concediu."), "Articole similare\nÎnapoi sus\nToate drepturile rezervate."),
    "bg": ("Към съдържанието\nНачало\nНовини\nКонтакти", "Съветът гласува за нов мост", ("Общинският съвет гласува в сряда парите за новия мост над реката, чийто строеж ще започне през идната пролет.", "Старият мост остава за пешеходци, а дъските му ще бъдат сменени от дърводелците на кооперацията още това лято."), "Свързани новини\nОбратно нагоре\nВсички права запазени."),
    "hr": ("Preskoči na sadržaj\nNaslovnica\nVijesti\nKontakt", "Vijeće prihvatilo plan nove škole", ("Gradsko vijeće prihvatilo je u četvrtak plan nove škole na lijevoj obali, u koju će djeca useliti za dvije godine.", "Sjednicu je pratilo mnogo roditelja, a najdulje se raspravljalo o putu kojim će djeca svako jutro ići preko mosta."), "Najčitanije\nPovratak na vrh\nSva prava pridržana."),
    "sr": ("Пређи на садржај\nПочетна\nВести\nКонтакт", "Музеј добио воденичарев дневник", ("Породица воденичара поклонила је музеју дневник који је он водио четрдесет година и у који је бележио сваки дуг.", "Први листови дневника недостају, али су остали читки, и музеј ће их изложити чим буду очишћени и преписани."), "Најчитаније\nНазад на врх\nСва права задржана."),
    "uk": ("Перейти до вмісту\nГоловна\nНовини\nКонтакти", "Друкарі підписали угоду", ("Після одинадцяти тижнів переговорів делегати друкарів підписали нову угоду, яка поширюється на триста працівників.", "Угода діятиме два роки, і найбільше суперечок було про нічну зміну та про відпустки для тих, хто працює давно."), "Читайте також\nПовернутися вгору\nУсі права захищено."),
    "ca": ("Vés al contingut\nInici\nNotícies\nContacte", "La fàbrica de gel tornarà a obrir", ("La fàbrica de gel del port, tancada des de fa trenta anys, tornarà a obrir la tardor vinent com a sala d'exposicions.", "Els veïns hi van portar fotografies i eines que guardaven a casa, i l'ajuntament n'ha encarregat un petit catàleg."), "Articles relacionats\nTorna a dalt\nTots els drets reservats."),
}  # fmt: skip
"""The menus over a page, its title, two paragraphs of it, and the lines under it."""

HEADS = [
    ("nl", "Geplaatst op 14 maart 2019 door Marieke de Vries"),
    ("nl", "Laatst bijgewerkt: 3 januari 2020"),
    ("sv", "Publicerad den 12 augusti 2018 av Anna Lindgren"),
    ("sv", "Uppdaterad 2019-03-14 kl. 10:20"),
    ("da", "Offentliggjort den 2. marts 2017"),
    ("da", "Af Jens Holm"),
    ("no", "Publisert torsdag 9. april 2018"),
    ("no", "Skrevet av Kari Nordmann"),
    ("fi", "Julkaistu 12. maaliskuuta 2019 klo 14.05"),
    ("fi", "Kirjoittaja: Liisa Korhonen"),
    ("pl", "Opublikowano 12 marca 2018 przez Jan Nowak"),
    ("pl", "Środa, 12 września 2018 r."),
    ("pl", "Rozmawiała: Ewa Zielińska"),
    ("cs", "Vydáno 17. října 2017"),
    ("cs", "Napsala: Jana Nováková"),
    ("sk", "Publikované: štvrtok 4. júna 2018"),
    ("hu", "Közzétéve: 2018. május 12."),
    ("hu", "2018. március 4., vasárnap"),
    ("hu", "Szerző: Szabó Katalin"),
    ("ro", "Publicat: miercuri, 22 noiembrie 2016"),
    ("ro", "Ultima actualizare: 3 iunie 2017"),
    ("bg", "Публикувано на 21 юни 2016"),
    ("bg", "Сряда, 21 септември 2016 г."),
    ("hr", "Objavljeno: 8. listopada 2015."),
    ("hr", "Četvrtak, 8. oktobra 2015. godine"),
    ("hr", "Razgovarala: Ana Horvat"),
    ("sr", "Објављено: 14. марта 2018. године"),
    ("uk", "Опубліковано: 11 лютого 2019 о 14:20"),
    ("uk", "Підготувала: Олена Бондар"),
    ("ca", "Publicat el 6 de juliol de 2017"),
    ("ca", "Dijous, 6 de juliol de 2017"),
]

FEET = [
    ("nl", "1.243 keer bekeken", "boilerplate"),
    ("nl", "Trefwoorden: sluis, vaart", "boilerplate"),
    ("sv", "Sidan uppdaterades senast 3 maj 2016", "boilerplate"),
    ("da", "Siden blev senest opdateret 2. marts 2017", "boilerplate"),
    ("no", "411 visninger", "boilerplate"),
    ("fi", "812 katselukertaa", "boilerplate"),
    ("pl", "Wyświetleń: 1243", "boilerplate"),
    ("cs", "Počet zobrazení: 958", "boilerplate"),
    ("sk", "312 zobrazení", "boilerplate"),
    ("hu", "812 megtekintés", "boilerplate"),
    ("ro", "640 de vizualizări", "boilerplate"),
    ("bg", "356 преглеждания", "boilerplate"),
    ("hr", "312 pregleda", "boilerplate"),
    ("sr", "312 прегледа", "boilerplate"),
    ("uk", "507 переглядів", "boilerplate"),
    ("ca", "214 visites", "boilerplate"),
    ("nl", "Vorige | Volgende", "navigation"),
    ("cs", "« Předchozí | Další »", "navigation"),
    ("hu", "« Előző | Következő »", "navigation"),
]

ALSO = [
    ("nl", "Lees ook: De turfschippers van 1911"),
    ("sv", "Läs också: Smedens bok"),
    ("da", "Læs også: Trykkeriet i Nørregade"),
    ("no", "Les også: Båten fra 1880"),
    ("fi", "Lue myös: Nosturi siirtyy museoon"),
    ("pl", "Czytaj także: Zjazd delegatów"),
    ("cs", "Čtěte také: Poslední koželuh"),
    ("sk", "Čítajte tiež: Nové lavičky v parku"),
    ("hu", "Olvassa el ezt is: A kovács műhelye"),
    ("ro", "Citește și: O zi în depou"),
    ("bg", "Прочетете още: Нов покрив за училището"),
    ("hr", "Pročitajte i: Most dobiva rasvjetu"),
    ("sr", "Прочитајте и: Изложба о рибарима"),
    ("uk", "Читайте також: Каса взаємодопомоги"),
    ("ca", "Llegeix també: La barca del pràctic"),
]

TOLD = [
    ("nl", "Wie de trap naar boven nam, kwam in de zaal waar de vergaderingen werden gehouden."),
    ("nl", "Schrijf je in, riepen zij, en zeg het voort aan wie er nog geen lid is van de bond."),
    ("sv", "Boken är publicerad i Sverige och handlar om dem som kämpade för sina rättigheter."),
    ("da", "Bogen blev udgivet i Odense og forklarer, hvorfor del to aldrig blev skrevet færdig."),
    ("no", "Alle rettigheter og plikter som fulgte med gården, ble skrevet inn i den store boka."),
    ("fi", "Kaikki oikeudet, jotka työläiset saivat, olivat vuosien työn ja monen lakon tulosta."),
    ("pl", "Ręce do góry, krzyknął strażnik, ale robotnicy tylko się śmiali i szli dalej naprzód."),
    ("pl", "Zapisz się do związku, mówili starsi drukarze, bo sam niczego od nich nie wywalczysz."),
    ("cs", "Ochrana osobních údajů tehdy nikoho netrápila a v knize stojí každé jméno i s dluhem."),
    ("sk", "Všetky práva na pôdu mala obec a každý, kto ju chcel orať, musel platiť do pokladnice."),
    ("hu", "A keresés három napig tartott, és végül egy régi iratban találták meg a molnár nevét."),
    ("ro", "Toate drepturile câștigate atunci au fost pierdute în anii în care sindicatul a tăcut."),
    ("bg", "Общи условия за работа нямаше, а всеки майстор се договаряше сам със своите калфи."),
    ("hr", "Odgovorni urednik lista bio je učitelj koji je sam slagao i tiskao svaku stranicu."),
    ("sr", "Сва права на земљу имала је општина, а сељаци су плаћали закуп сваке године у јесен."),
    ("uk", "Він хотів поділитися хлібом із кожним, хто приходив до цеху голодний після зміни."),
    ("ca", "Tots els drets sobre la màquina els tenia l'ajuntament, que no en va fer mai cap ús."),
]

HEADINGS = [
    ("nl", "Deel 2"),
    ("sv", "Om strejken 1968"),
    ("da", "Del 2"),
    ("no", "Medlemskap"),
    ("pl", "Kalendarium"),
    ("uk", "Оголошення ради"),
    ("hr", "Odgovornost vijeća"),
    ("no", "411 visninger av byen"),
]  # fmt: skip


def roles_of(text):
    segments = segment(text)
    return {one.text: label.role for one, label in zip(segments, label_roles(text, segments), strict=True)}


def page(language, head="", inside="", under=""):
    menus, title, prose, foot = PAGES[language]
    return f"{menus}\n\n{title}\n{head}\n\n{prose[0]}\n\n{inside}\n\n{prose[1]}\n\n{under}\n\n{foot}\n"


@pytest.mark.parametrize(("language", "line"), HEADS)
def test_a_line_under_the_title(language, line):
    found = roles_of(page(language, head=line))
    assert found[line] == "dateline"
    assert found[PAGES[language][1]] == "title"


@pytest.mark.parametrize(("language", "line", "role"), FEET)
def test_a_line_under_the_text(language, line, role):
    assert roles_of(page(language, under=line))[line] == role


@pytest.mark.parametrize(("language", "line"), ALSO)
def test_a_link_breaks_into_a_text_that_goes_on(language, line):
    found = roles_of(page(language, inside=line))
    assert found[line] == "navigation"
    assert [found[text] for text in PAGES[language][2]] == ["body", "body"]


@pytest.mark.parametrize(("language", "told"), TOLD)
def test_a_sentence_of_the_text_is_body(language, told):
    assert roles_of(page(language, inside=told))[told] == "body"


@pytest.mark.parametrize(("language", "told"), TOLD)
def test_a_sentence_makes_no_page_of_a_text(language, told):
    first, second = PAGES[language][2]
    found = roles_of(f"{told}\n\n{first}\n\n{second}\n")
    assert set(found.values()) == {"body"}


@pytest.mark.parametrize(("language", "line"), HEADINGS)
def test_a_heading_in_the_text_is_no_menu(language, line):
    assert roles_of(page(language, inside=line))[line] == "heading"
