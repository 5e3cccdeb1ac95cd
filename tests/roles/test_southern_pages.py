"""Pages in scripts without capitals, and in languages of the south: beside what has a role stands what only looks like it."""

# ruff: noqa: E501 - a case is easier to read in one line

import pytest

from corpus_pkg.parse.roles import label_roles
from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.segment import segment

AR = (
    "رست صباح اليوم في الميناء سفينة التدريب وعلى متنها مئة وأربعون طالبا وطالبة من جامعة الملاحة في ختام رحلة طويلة.",
    "واستقبل الطلاب في الميناء وفد من كلية النقل البحري، وقدم لهم أطفال المدرسة القريبة باقات من الزهور وصورا قديمة.",
)
FA = (
    "آب قنات قدیمی روستا که از دوازده سال پیش خشکیده بود، صبح دیروز در حضور اهالی دوباره در جوی‌های روستا روان شد.",
    "زنان روستا با نان و سبزی از مهمانان پذیرایی کردند و کودکان در جوی‌ها قایق‌های کاغذی به آب انداختند و آواز خواندند.",
)
HE = (
    "כשמונה מאות עובדות ועובדים התכנסו אתמול במזח המערבי והחליטו פה אחד להמשיך במאבק עד שההנהלה תחתום על ההסכם.",
    "הוותיקים שבהם הגיעו אתמול לאסיפה עם תמונות ישנות, וסיפרו לצעירים על קופת השביתה ועל המטבח שהקימו ליד השער.",
)
HI = (
    "गाँव की नदी के किनारे बनी यह घराट बाढ़ के बाद बंद हो गई थी और तब से लोग आटा पिसवाने के लिए दूर बाज़ार जाते थे।",
    "पानी लकड़ी के एक पंखे को घुमाता है और पंखा ऊपर के पत्थर को, और इस तरह एक घंटे में दस किलो गेहूँ पिस जाता है।",
)
TH = (
    "คนงานโรงงานทอผ้ากว่าสองร้อยคนเดินเท้าจากอยุธยาถึงกรุงเทพฯ เมื่อเช้าวันนี้ เพื่อยื่นหนังสือต่อรัฐมนตรีว่าการกระทรวงแรงงาน ขอให้คืนเครื่องจักร",
    "ประธานสหภาพแรงงานกล่าวว่า คนงานทุกคนทำงานในโรงงานแห่งนี้มานานกว่าสิบปี และไม่เคยได้รับคำอธิบายว่าทำไมเครื่องจักรจึงถูกขนออกไป",
)
EL = (
    "Με μεγάλη συμμετοχή πραγματοποιήθηκε την Τρίτη το βράδυ στον Πειραιά η εκδήλωση μνήμης για τους ναυτεργάτες του πλοίου.",
    "Στην εκδήλωση μίλησε η κόρη του ασυρματιστή, η οποία διάβασε το τελευταίο γράμμα που έστειλε ο πατέρας της από το λιμάνι.",
)
TR = (
    "Fotoğraflar ailesinin bağışıyla ilk kez gün yüzüne çıktı ve sergi cumartesi günü belediyenin salonunda törenle açıldı.",
    "Pazar yerleri, çamaşır yıkayan kadınlar ve okul bahçesinde ders yapan çocuklar bu fotoğraflarda bir araya geliyor.",
)
PT = (
    "O museu recebeu nesta quinta-feira a doação de mais de quatrocentas peças de famílias que se instalaram no bairro.",
    "A equipe pretende digitalizar o acervo inteiro e trata primeiro dos documentos em papel, que são os mais frágeis.",
)
ID = (
    "Perangkat gamelan yang dibawa rombongan Indonesia itu kembali dimainkan pada malam hari di hadapan dua ratus undangan.",
    "Sekolah musik di kota itu akan membuka kelas gamelan, dan dua orang guru akan mengajar di sana selama satu tahun.",
)

PAGES = {
    "ar": ("الرئيسية\nأخبار\nمقالات\nاتصل بنا\nالرئيسية > أخبار > موانئ", AR, "جميع الحقوق محفوظة © 2019 جريدة الميناء"),
    "fa": ("صفحه نخست\nسیاسی\nفرهنگی\nتماس با ما\nصفحه نخست » فرهنگی » میراث", FA, "تمام حقوق این سایت محفوظ است."),
    "he": ("דילוג לתוכן\nדף הבית\nחדשות\nצרו קשר\nדף הבית » חדשות » עבודה", HE, "כל הזכויות שמורות © 2018 דרך העבודה"),
    "hi": ("होम\nदेश\nराज्य\nसंपर्क करें\nहोम / राज्य / उत्तराखंड", HI, "कॉपीराइट © 2019 पहाड़ समाचार। सभी अधिकार सुरक्षित।"),
    "th": ("หน้าหลัก\nข่าว\nบทความ\nติดต่อเรา\nหน้าหลัก » ข่าว » แรงงาน", TH, "สงวนลิขสิทธิ์ © 2560 มูลนิธิข่าวแรงงาน"),
    "el": ("ΑΡΧΙΚΗ\nΠΟΛΙΤΙΚΗ\nΔΙΕΘΝΗ\nΕΠΙΚΟΙΝΩΝΙΑ\nΑρχική » Διεθνή » Ασία", EL, "Copyright © 2019 Φωνή του Λιμανιού"),
    "tr": ("Anasayfa\nGÜNDEM\nDÜNYA\nİLETİŞİM\nAnasayfa > Kültür > Sergi", TR, "© 2019 Emeğin Sesi Gazetesi"),
    "pt": ("Ir para o conteúdo\nServiços\nLegislação\nFale conosco\nInício > Notícias > Maio", PT, "© 2018 Museu da Cidade"),
    "id": ("Beranda\nBerita\nGaleri\nHubungi Kami\nBeranda > Berita > Budaya", ID, "Hak Cipta © 2019 Kementerian"),
}  # fmt: skip
"""The menus over a page, two paragraphs of it, and the line under it."""

TITLES = {
    "ar": "سفينة تدريب ترسو في ميناء الإسكندرية بعد رحلة دامت شهرين",
    "fa": "قنات روستا دوباره پرآب شد",
    "he": "עובדי הנמל החליטו: נמשיך במאבק עד לחתימת ההסכם",
    "hi": "सत्तर साल बाद फिर चली पहाड़ की पुरानी घराट",
    "th": "คนงานโรงงานทอผ้าเดินเท้าเข้ากรุง ยื่นหนังสือขอคืนเครื่องจักร",
    "el": "Εκδήλωση μνήμης για τους ναυτεργάτες στον Πειραιά",
    "tr": "Bavuldan çıkan fotoğraflar Kadıköy'de sergileniyor",
    "pt": "Museu recebe acervo de famílias do bairro",
    "id": "Gamelan Hadiah Bandung Kembali Berbunyi",
}

HEADS = [
    ("ar", "كتب: سامح عبد الحميد", "dateline"),
    ("ar", "نُشر في: 12 مارس 2019 - 14:32", "dateline"),
    ("fa", "تاریخ انتشار: ۵ نوامبر ۲۰۱۹ - ۱۰:۲۴", "dateline"),
    ("fa", "۱۲ آبان ۱۴۰۲", "dateline"),
    ("fa", "کد خبر: ۸۳۴۵۱۲۷", "boilerplate"),
    ("he", "מאת: יעל ברקוביץ'", "dateline"),
    ("he", "פורסם: 14 בפברואר 2018, 18:20", "dateline"),
    ("he", "אסיפת העובדים במזח, אתמול (צילום: דוד לוין)", "caption"),
    ("hi", "रिपोर्ट: कमल रावत, पौड़ी", "dateline"),
    ("hi", "प्रकाशित: 12 अगस्त 2019, 10:45 AM IST", "dateline"),
    ("hi", "गाँव के युवा घराट का पत्थर बैठाते हुए। फोटो: अमर शर्मा", "caption"),
    ("th", "โดย ทีมข่าวแรงงาน", "dateline"),
    ("th", "เผยแพร่เมื่อ 14 สิงหาคม 2560 17:12 น.", "dateline"),
    ("th", "คนงานพักริมถนน ภาพ: สหภาพแรงงานสิ่งทอ", "caption"),
    ("el", "Του Γιώργου Παπαδάκη", "dateline"),
    ("el", "Τετάρτη 17 Απριλίου 2019 21:45", "dateline"),
    ("tr", "Giriş: 24.06.2019 - 11:20", "dateline"),
    ("tr", "Haber: Elif Yıldırım", "dateline"),
    ("pt", "Publicado em 18 de maio de 2018 às 16h42", "dateline"),
    ("id", "Penulis: Rina Wulandari | Editor: Bambang Setiawan", "dateline"),
    ("id", "Selasa, 16 April 2019 | 13:05 WIB", "dateline"),
]

ALSO = [
    ("ar", "اقرأ أيضًا: قناة السويس تعلن أرقام العبور"),
    ("fa", "بیشتر بخوانید: ثبت جهانی یازده قنات"),
    ("he", "קראו גם: הנהגים הצטרפו לשביתה"),
    ("hi", "यह भी पढ़ें: पहाड़ी दालों को मिला टैग"),
    ("th", "อ่านเพิ่มเติม: สามปีของการต่อสู้"),
    ("el", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ: Το αρχείο ανοίγει"),
    ("tr", "İLGİLİ HABER: Gazilerin mektupları kitap oldu"),
    ("pt", "Leia também: Exposição reúne retratos"),
    ("id", "Baca juga: Batik Lasem Dipamerkan"),
]

TOLD = [
    ("ar", "واشترك في المظاهرة آلاف العمال والطلاب من أحياء المدينة كلها."),
    ("ar", "وكتب في مذكراته أن سياسة الخصوصية في ذلك الموقع لم يقرأها أحد."),
    ("fa", "او می‌خواست همه بتوانند آزادانه نظر خود را در شورا بیان کنند."),
    ("fa", "سال‌ها بعد کوکی‌ها موضوع نخستین قانون مجلس درباره اینترنت شدند."),
    ("he", "בעיתון נכתב אז שמדיניות הפרטיות של האתר ארוכה מכל ספר תפילה."),
    ("he", "רבים מן העובדים הצטרפו לרשימת החותמים על העצומה של הוועד."),
    ("hi", "उन्होंने फेसबुक पर लिखा था कि गाँव में किसी ने गोपनीयता नीति नहीं पढ़ी।"),
    ("el", "Όλα τα δικαιώματα των εργαζομένων κατακτήθηκαν με αγώνες δεκαετιών."),
    ("tr", "Gazete o yıl çerez politikası üzerine bir yazı dizisi yayımlamıştı."),
    ("pt", "O romance foi publicado em folhetim e vendido nas estações de trem."),
    ("id", "Menteri itu menolak untuk berkomentar tentang kebijakan privasi yang baru."),
    ("id", "Oleh karena itu seluruh rakyat menolak perjanjian tersebut."),
]  # fmt: skip


def roles_of(text):
    segments = segment(text)
    return {one.text: label.role for one, label in zip(segments, label_roles(text, segments), strict=True)}


def page(language, head="", inside=""):
    menus, prose, foot = PAGES[language]
    return f"{menus}\n\n{TITLES[language]}\n{head}\n\n{prose[0]}\n\n{inside}\n\n{prose[1]}\n\n{foot}\n"


@pytest.mark.parametrize(("language", "line", "role"), HEADS)
def test_a_line_under_the_title(language, line, role):
    found = roles_of(page(language, head=line))
    assert found[line] == role
    assert found[TITLES[language]] == "title"


@pytest.mark.parametrize(("language", "line"), ALSO)
def test_a_link_breaks_into_a_text_that_goes_on(language, line):
    found = roles_of(page(language, inside=line))
    assert found[line] == "navigation"
    assert [found[text] for text in PAGES[language][1]] == ["body", "body"]


@pytest.mark.parametrize(("language", "told"), TOLD)
def test_a_sentence_of_the_text_is_body(language, told):
    assert roles_of(page(language, inside=told))[told] == "body"


@pytest.mark.parametrize("language", PAGES)
def test_menus_and_rights_are_the_page_s(language):
    menus, _, foot = PAGES[language]
    found = roles_of(page(language))
    assert {found[line] for line in menus.split("\n")} <= {"navigation", "boilerplate"}
    assert found[foot] == "boilerplate"


def test_readers_comments_in_a_script_with_vowel_signs():
    comment = "बहुत अच्छी पहल है। हमारे गाँव में भी एक घराट है, जिसे चलाने वाला अब कोई नहीं रहा।"
    text = page("hi") + f"टिप्पणियाँ (1)\nसुरेश नेगी\n12 अगस्त 2019, 14:20\n{comment}\nजवाब दें\n"
    assert roles_of(text)[comment] == "boilerplate"


def test_a_fact_with_a_date_is_no_dateline():
    text = f"{PT[0]}\n\nTítulo: Cais\nEditora: Três Rios\nLançamento: 18/09/2014, às 19h\n\n{PT[1]}\n"
    assert roles_of(text)["Lançamento: 18/09/2014, às 19h"] != "dateline"


def test_a_byline_in_lower_case_stands_over_its_date():
    menus, prose, foot = PAGES["pt"]
    title, writer = TITLES["pt"], "por Assessoria de Comunicação"
    text = f"{menus}\n{title}\n{writer}\n18 de maio de 2018\n\n{prose[0]}\n\n{prose[1]}\n\n{foot}\n"
    assert roles_of(text)[writer] == "dateline"


def test_a_wrapped_line_that_names_somebody_is_no_byline():
    text = "Cartas encontradas no porão da casa\npor Ana Lobo em 1963\nforam doadas ao museu\n"
    assert "por Ana Lobo em 1963" not in roles_of(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İLGİLİ HABERLER", "ilgili haberler"),
        ("ΔΗΜΟΦΙΛΗ ΑΡΘΡΑ", "δημοφιλή άρθρα"),
        ("نُشر أيضًا", "نشر ايضا"),
        ("پربیننده‌ترین", "پربيننده ترين"),
        ("ख़बरें", "खबरें"),
        ("S’abonner", "s'abonner"),
    ],
)
def test_what_few_write_alike_is_compared_as_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("señal", "senal"), ("für", "fur"), ("มา", "ม"), ("की", "क")])
def test_what_makes_another_word_is_kept_apart(one, other):
    assert fold(one) != fold(other)
