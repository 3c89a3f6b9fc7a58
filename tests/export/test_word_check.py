"""Trying out a template on import: fit or not, what it asks for, and sentences that say what to do."""

from random import Random

import pytest

from desktop.export import word
from desktop.export.template_errors import Finding, Place, TemplateError, TemplateProblem
from desktop.export.word.checking import check_template
from desktop.export.word.package import unzipped, zipped
from desktop.wording import sentence, template_finding
from tests.export.letterhead import letterhead, of_python_docx, paragraph, run, templates, with_part
from tests.export.samples import document, p
from tests.export.test_word import parts


@pytest.mark.parametrize("name", ["letterhead", "python-docx"])
def test_a_fit_template_says_what_it_asks_for(name: str) -> None:
    found = check_template(templates()[name])
    assert found.fit
    assert found.findings == ()
    assert {"inhalt", "sitzung"} <= set(found.placeholders)


def test_a_template_without_a_place_for_the_document_is_fit_and_says_so() -> None:
    found = check_template(of_python_docx())
    assert found.fit
    assert [template_finding(one) for one in found.findings] == [
        "Die Word-Vorlage enthält kein {{inhalt}}: Das Dokument kommt an ihr Ende."
    ]


def test_everything_wrong_is_found_at_once() -> None:
    found = check_template(letterhead(others=paragraph(run("{{x}} und {{y")), foot=paragraph(run("{{z}}"))))
    assert not found.fit
    assert [(one.name, one.place) for one in found.findings] == [
        ("{{x}}", Place.HEADER),
        ("{{y", Place.HEADER),
        ("{{z}}", Place.FOOTER),
    ]


def test_what_is_wrong_is_one_sentence_with_name_place_and_way_out() -> None:
    error = TemplateError(Finding(TemplateProblem.UNKNOWN_PLACEHOLDER, "{{gremum}}", Place.TEXT, 3))
    assert sentence(error) == (
        "Die Word-Vorlage enthält den unbekannten Platzhalter {{gremum}} (Text, Absatz 3); "
        "bitte berichtigen oder entfernen."
    )
    half = Finding(TemplateProblem.HALF_OPEN, "{{ti", Place.FOOTER_FIRST)
    assert template_finding(half) == (
        "In der Word-Vorlage ist ein Platzhalter unvollständig: »{{ti« (Fußzeile der ersten Seite); "
        "bitte schreiben wie {{titel}}."
    )


@pytest.mark.parametrize("problem", TemplateProblem)
def test_every_problem_has_its_sentence(problem: TemplateProblem) -> None:
    said = template_finding(Finding(problem, "{{name}}", Place.HEADER))
    assert said.startswith(("Die Word-Vorlage", "In d"))
    assert said.endswith(".")


def test_a_broken_file_is_told_and_never_falls_over() -> None:
    good = letterhead()
    random = Random(5)
    inside = parts(good)
    for name, content in inside.items():
        for _ in range(3):
            start = random.randrange(len(content))
            broken = with_part(good, name, content[:start] + content[start + random.randrange(1, 40) :])
            found = check_template(broken)
            if not found.fit:
                with pytest.raises(TemplateError):
                    word.render(document(p("a")), broken)
    for _ in range(20):
        cut = bytearray(good)
        cut[random.randrange(len(cut))] ^= 0xFF
        check_template(bytes(cut))


def test_missing_parts_are_told() -> None:
    good = letterhead()
    for name in parts(good):
        assert check_template(without(good, name)).findings or name.startswith("docProps") or "rels" in name, name


def without(data: bytes, name: str) -> bytes:
    return zipped({part: content for part, content in unzipped(data).items() if part != name})
