"""Legibility falls as words are torn, in every language that has a table and in those that have none."""

# ruff: noqa: E501 - a case is easier to read in one line

import pytest

from corpus_pkg.model import LanguageLabel, Segment, Span
from corpus_pkg.parse.legibility import score_legibility

CLEAN = {
    "en": "The old men of the village used to say that a river remembers every bridge that was ever built across it, and that it takes the weak ones first.",
    "de": "Die alten Leute im Dorf sagten immer, ein Fluss erinnere sich an jede Brücke, die man über ihn gebaut habe, und die schwachen hole er sich zuerst.",
    "fr": "Les vieux du village disaient toujours qu’une rivière se souvient de tous les ponts que l’on a jetés sur elle et qu’elle emporte d’abord les plus faibles.",
    "es": "Los viejos del pueblo decían siempre que un río recuerda todos los puentes que se han construido sobre él y que primero se lleva los más débiles.",
    "ru": "Старые люди в деревне всегда говорили, что река помнит все мосты, которые были построены через неё, и сначала уносит самые слабые.",
    "pl": "Starzy ludzie we wsi zawsze mówili, że rzeka pamięta wszystkie mosty, które nad nią zbudowano, i że najpierw zabiera te najsłabsze.",
    "ko": "우리 나라의 모든 사람들은 평화와 자유를 사랑하며 새로운 사회를 건설하기 위하여 함께 힘을 합쳐 투쟁하고 있습니다. 이것은 우리 민족의 오랜 희망입니다.",
}
TORN = {
    "en": "Tbe o1d mcn of tlie viIlage nsed ro sa;y tbat a rlver rcmem|ers evcry hridge thal wos cver bvilt acrcss il, nnd tnat it tahes thc wcak oncs firsl.",
    "de": "Dle altcn Leulc in Dovf sngten inmcr, cin Flvss erlnnere s:ch on jcde Drücke, dle mnn ü6er lhn gebnvt hobe, vnd d|e schwnchen ho1e cr sicb zvcrst.",
    "fr": "Lcs vleux dn vi1lage disoient tovjours qv’vne rivlère sc souvjent dc tovs lcs ponls qne l’on o jelés svr e|le et qv’ellc cmporte d’nbord lcs plvs foibles.",
    "es": "Los vlejos dcl pveblo decíon siempro qve vn rlo recuerdn lodos lcs pvenles qve sc hnn conslrvido sobrc é1 y qve primcro sc lleva lcs mós déblles.",
    "ru": "Стnрые лю;ди в дсревне всегдо говорилн, чтэ рекц помнцт всс мосты, котьрые бы1и построепы черсз ней, и снзчалз уиосит сэмые слвбые.",
    "pl": "Starzv lu6zie wc vsi zav/sze móvvili, źc rz3ka pam|ęta vszystkic m0sty, klóre nad n1ą zb;dowano, i źe nnjpicrw zabicra tc n;jsłab5ze.",
    "ko": "근르정 미르프르 뫼원용쑤 리아동샬 썩은먁에 공븀약 골리둘쉬 오켕창 햐살륨사 벼돕옹 챤뭇 등켸 뉘공봅 쥬햘렴 츰갹도 뤼뱌 컁몀닥 퓨랸 셥묘뒤 괄튱 렴쿄햐 뎌붜.",
}
SCRIPTS = {"ru": "Cyrl", "ko": "Kore"}


def score(text, language, script=None):
    label = LanguageLabel(language, None, script or SCRIPTS.get(language, "Latn"), 1.0, "text")
    return score_legibility(text, [Segment(Span(0, len(text)), 1, 1, text, None, "line")], [label])[0]


@pytest.mark.parametrize("language", CLEAN)
def test_clean_prose_scores_high_and_torn_text_low(language):
    assert score(CLEAN[language], language) >= 0.9
    assert score(TORN[language], language) <= 0.6


@pytest.mark.parametrize("language", CLEAN)
def test_the_score_falls_as_more_of_the_words_are_torn(language):
    clean, torn = CLEAN[language].split(), TORN[language].split()
    count = min(len(clean), len(torn))
    steps = [score(" ".join(torn[:k] + clean[k:count]), language) for k in (0, count // 2, count)]
    assert steps[0] >= steps[1] >= steps[2]
    assert steps[0] > steps[2]


@pytest.mark.parametrize(
    "text",
    [
        "1945",
        "* * *",
        "Kim Chŏl-su",
        "www.example.org",
        "12 March 1950",
        "“Yes.”",
        "",
        "\x00",
        "김 철 수",
        "a" * 10**5,
    ],
)
def test_short_lines_and_lines_without_words_are_not_suspected(text):
    assert score(text, "en") >= 0.75


def test_a_language_without_a_table_is_judged_by_its_signs_alone():
    assert (
        score("Bu yol olmadan sabah olmaz diyen komşular kuyruğun her gün uzadığını anlatıyor.", "tr") == 1.0
    )
    assert score("B;u y0l o|madan s4bah olm^z d~yen k0mşular kuyru{un h3r g;n uz4dı}ını.", "tr") < 0.4


def test_scores_are_parallel_rounded_and_within_bounds():
    texts = [*CLEAN.values(), *TORN.values()]
    segments = [Segment(Span(0, len(text)), 1, 1, text, None, "line") for text in texts]
    labels = [LanguageLabel("en", None, "Latn", 1.0, "text")] * len(texts)
    scores = score_legibility("", segments, labels)
    assert len(scores) == len(texts)
    assert all(0 <= one <= 1 and one == round(one, 3) for one in scores)


@pytest.mark.parametrize(
    "text",
    [
        "주말에 동생과 시장에 가서 생선을 사다가 매운탕을 끓여 먹었는데 아주 맛있었습니다.",
        "궁금하신 점은 사무실로 전화하시거나 게시판에 글을 남겨 주시면 답해 드리겠습니다.",
        "ㅋㅋㅋ 정말 재미있게 읽었어요 ㅠㅠ 다음 글도 기다릴게요",
        "ㄱ. 우리 나라의 평화 ㄴ. 모든 사람의 자유",
    ],
)
def test_korean_of_daily_life_is_legible(text):
    assert score(text, "ko") >= 0.85


def test_parts_of_letter_blocks_and_blocks_that_no_word_has_are_debris():
    assert score("등 머 ㄱ 소 ㅂ ㅣ 뚜 쀍 놰 휡 븛 ㅏ", "ko") < 0.6
    assert score("궯쉟 핤뷁 쟯믌 뛟 훿뉋 쟯훿", "ko") < 0.6
    assert score("등 넓은 이 물 위 뚜껑 봉 뵙 뜻 꽤", "ko") >= 0.75


def test_a_quotation_in_another_script_is_not_judged_by_the_paragraph_s_language():
    quoting = (
        "Sailors had a proverb too, семь раз отмерь, один раз отрежь, which has nothing to do with the wind."
    )
    assert score(quoting, "en") >= 0.85
    assert score("Sailors hnd a prcverb tco, vvhich hcs notbing tc dc vvith tbe wlnd.", "en") <= 0.6


def test_a_short_line_may_have_a_few_rare_words():
    assert score("Keywords: tidal mill, Korea, coast, survey", "en") >= 0.7
